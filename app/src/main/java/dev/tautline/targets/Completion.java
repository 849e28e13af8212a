package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.SessionOptions;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Completes a URL as its driver would: what the URL leaves open comes from the service that it names, from libpq's
/// environment variables, from the password file, and from the account. Each file is read once.
public final class Completion {
    /// Environment variables of libpq and the parameters that they stand for (PostgreSQL manual 18, "Environment
    /// Variables"). pgjdbc knows none of them.
    private static final Map<String, String> LIBPQ_VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGSERVICE", "service"));

    private final Surroundings around;
    private final Consumer<String> problems;
    private final Consumer<String> warnings;
    private final ServiceFile services;
    private final PasswordFile passwords;

    public Completion(Surroundings around, Consumer<String> problems, Consumer<String> warnings) {
        this.around = around;
        this.problems = problems;
        this.warnings = warnings;
        this.services = new ServiceFile(around, problems);
        this.passwords = PasswordFile.read(around, warnings);
    }

    /// The URL with all that completes it; empty, with a problem for each, when something in it cannot be used.
    public Optional<Target> of(TargetUrl url, Given given) {
        var found = new ArrayList<String>();
        var parameters = parameters(url);
        var addressees = url.isLibpq() ? ofLibpq(url, parameters, found::add) : ofDriver(url, parameters, found::add);
        var protection = url.isLibpq()
                ? Protection.ofLibpq(parameters, around.environment(), found::add)
                : Protection.of(parameters, found::add);
        if (protection.mode() == SslMode.VERIFY_FULL) {
            addressees.forEach(one -> requireName(one, found::add));
        }
        var session = session(parameters, found::add);
        if (!url.isLibpq()) {
            OwnWays.tell(parameters, found::add, problem -> warnings.accept("'" + url + "': " + problem));
        }
        var role = WantedRole.in(parameters, url.isLibpq(), found::add);
        var connectTimeout = connectTimeout(parameters, found::add);
        var target = target(url, given, parameters, addressees, protection, session, role, connectTimeout);
        target.hosts().stream().findFirst().ifPresent(host -> zeroBytes(host, found::add));
        found.forEach(problem -> problems.accept("'" + url + "': " + problem));
        return found.isEmpty() ? Optional.of(target) : Optional.empty();
    }

    private Target target(
            TargetUrl url,
            Given given,
            ConnectionParameters parameters,
            List<Addressee> addressees,
            Protection protection,
            SessionOptions session,
            Expectation role,
            Optional<Duration> connectTimeout) {
        var user = given.user()
                .or(() -> parameters.get("user"))
                .or(() -> variable("PGUSER"))
                .orElse(around.account());
        var database = url.database()
                .or(() -> parameters.get("dbname"))
                .filter(name -> !name.isEmpty())
                .orElse(user);
        var isOne = addressees.size() == 1;
        var ofEach = given.role().orElse(isOne ? role : Expectation.ANY);
        var password = given.password()
                .or(() -> parameters.get("password").map(Secret::of))
                .or(() -> variable("PGPASSWORD").map(Secret::of));
        var targets = addressees.stream()
                .map(one -> one.target(database, user))
                .map(host -> protection.of(
                        host.withPassword(password.or(() -> fromFile(host)).orElse(null))
                                .expecting(ofEach)
                                .withSession(session)))
                .toList();
        return new Target(
                String.join(", ", addressees.stream().map(Addressee::toString).toList()) + "/" + database,
                targets,
                isOne || given.role().isPresent() ? Expectation.ANY : role,
                Expectations.NONE,
                connectTimeout);
    }

    private ConnectionParameters parameters(TargetUrl url) {
        var byVariables = url.isLibpq() ? libpqVariables() : Map.<String, String>of();
        var service = url.parameters().or(byVariables, Completion::variableOf).get("service");
        return url.parameters()
                .or(service.flatMap(services::service).orElse(Map.of()), name -> name + " of the service")
                .or(byVariables, Completion::variableOf);
    }

    private static String variableOf(String parameter) {
        return LIBPQ_VARIABLES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parameter))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(parameter);
    }

    private Map<String, String> libpqVariables() {
        var values = new LinkedHashMap<String, String>();
        LIBPQ_VARIABLES.forEach((name, parameter) -> variable(name).ifPresent(value -> values.put(parameter, value)));
        return values;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(around.environment().get(name)).filter(value -> !value.isEmpty());
    }

    private Optional<Secret> fromFile(ProbeTarget target) {
        return passwords.password(target.host(), target.port(), target.database(), target.user());
    }

    private List<Addressee> ofLibpq(TargetUrl url, ConnectionParameters parameters, Consumer<String> problem) {
        if (parameters.get("host").isEmpty() && parameters.get("hostaddr").isEmpty()) {
            warnings.accept("'" + url + "' names no host: psql and others take a Unix socket then; probed is "
                    + LibpqHosts.DEFAULT_HOST + ", over TCP");
        }
        return LibpqHosts.of(parameters, problem);
    }

    /// The driver of Java takes hosts from the URL alone, or from a service where the URL has none, and knows no
    /// `hostaddr`.
    private static List<Addressee> ofDriver(TargetUrl url, ConnectionParameters parameters, Consumer<String> problem) {
        url.hosts().stream()
                .map(HostPort::host)
                .filter(host -> host.startsWith("/") || host.startsWith("%2F") || host.startsWith("%2f"))
                .forEach(host ->
                        problem.accept("'" + host + "' is a Unix socket, which the driver knows by a socketFactory"
                                + " only, and only TCP can be probed; write localhost, or what listen_addresses of the server"
                                + " says, in its place"));
        return url.hosts().isEmpty()
                ? LibpqHosts.of(parameters.without("hostaddr"), problem)
                : url.hosts().stream().map(Addressee::of).toList();
    }

    /// As libpq: an address that stands alone is none that a certificate is compared with (fe-secure-common.c).
    private static void requireName(Addressee addressee, Consumer<String> problem) {
        if (addressee.name() == null) {
            problem.accept("sslmode=verify-full compares the certificate with the host, and there is only the hostaddr "
                    + addressee.host() + " (libpq: \"host name must be specified for a verified SSL connection\");"
                    + " write host=NAME, as the certificate has it, beside hostaddr, or host=" + addressee.host()
                    + " in its place if the certificate lists the address");
        }
    }

    /// The driver's and libpq's words for "only this kind of server will do"; "prefer…" takes any.
    /// In the start-up message a zero ends a text, and what follows would pass for another parameter.
    private static void zeroBytes(ProbeTarget host, Consumer<String> problems) {
        if (host.user().indexOf(0) >= 0) {
            problems.accept("the user has a zero byte (%00), which no name in PostgreSQL can have");
        }
        if (host.database().indexOf(0) >= 0) {
            problems.accept("the database has a zero byte (%00), which no name in PostgreSQL can have");
        }
        if (Stream.of(host.session().options(), host.session().currentSchema())
                .anyMatch(text -> text != null && text.indexOf(0) >= 0)) {
            problems.accept("a parameter has a zero byte (%00), which none can have");
        }
    }

    private static SessionOptions session(ConnectionParameters parameters, Consumer<String> problems) {
        var iterations = parameters.get("scramMaxIterations");
        iterations
                .filter(text -> !text.matches("\\d{1,9}"))
                .ifPresent(text -> problems.accept(
                        "scramMaxIterations is '" + text + "', allowed: a whole number of up to nine digits"));
        return new SessionOptions(
                parameters.get("options").orElse(null),
                parameters.get("currentSchema").orElse(null),
                iterations
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(null));
    }

    /// Whole seconds; the driver takes 0 for "none".
    private static Optional<Duration> connectTimeout(ConnectionParameters parameters, Consumer<String> problems) {
        var text = parameters.get("connectTimeout", "connect_timeout");
        text.filter(value -> !value.strip().matches("[-+]?\\d{1,9}"))
                .ifPresent(value -> problems.accept("the connect timeout is '" + value
                        + "', allowed: a whole number of seconds; the driver refuses anything else"));
        return text.map(String::strip)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .filter(Duration::isPositive);
    }
}
