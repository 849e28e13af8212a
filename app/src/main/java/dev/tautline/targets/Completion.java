package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.SessionOptions;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Completes a URL as its driver would: what the URL leaves open comes from the service that it names, from libpq's
/// environment variables, from the password file, and from the account. Each file is read once.
public final class Completion {
    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_PORT = 65535;

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
    private final ServiceFile services;
    private final PasswordFile passwords;

    public Completion(Surroundings around, Consumer<String> problems, Consumer<String> warnings) {
        this.around = around;
        this.problems = problems;
        this.services = new ServiceFile(around, problems);
        this.passwords = PasswordFile.read(around, warnings);
    }

    /// The URL with all that completes it; empty, with a problem for each, when something in it cannot be used.
    public Optional<Target> of(TargetUrl url, Given given) {
        var found = new ArrayList<String>();
        var parameters = parameters(url);
        var hosts = hosts(url, parameters, found);
        var protection = Protection.of(parameters, found::add);
        var session = session(parameters, found::add);
        var target = target(url, given, parameters, hosts, protection, session);
        found.forEach(problem -> problems.accept("'" + url + "': " + problem));
        return found.isEmpty() ? Optional.of(target) : Optional.empty();
    }

    private Target target(
            TargetUrl url,
            Given given,
            ConnectionParameters parameters,
            List<HostPort> hosts,
            Protection protection,
            SessionOptions session) {
        var user = given.user()
                .or(() -> parameters.get("user"))
                .or(() -> variable("PGUSER"))
                .orElse(around.account());
        var database = url.database().or(() -> parameters.get("dbname")).orElse(user);
        var role = serverType(parameters.get("targetServerType", "target_session_attrs"));
        var isOne = hosts.size() == 1;
        var ofEach = given.role().orElse(isOne ? role : Expectation.ANY);
        var password = given.password()
                .or(() -> parameters.get("password").map(Secret::of))
                .or(() -> variable("PGPASSWORD").map(Secret::of));
        var targets = hosts.stream()
                .map(host -> ProbeTarget.of(host.host(), host.port(), database, user))
                .map(host -> protection.of(
                        host.withPassword(password.or(() -> fromFile(host)).orElse(null))
                                .expecting(ofEach)
                                .withSession(session)))
                .toList();
        return new Target(
                String.join(", ", hosts.stream().map(HostPort::toString).toList()) + "/" + database,
                targets,
                isOne || given.role().isPresent() ? Expectation.ANY : role,
                Expectations.NONE,
                connectTimeout(parameters));
    }

    private ConnectionParameters parameters(TargetUrl url) {
        var byVariables = url.isLibpq() ? libpqVariables() : Map.<String, String>of();
        var service = url.parameters().or(byVariables).get("service");
        return url.parameters()
                .or(service.flatMap(services::service).orElse(Map.of()))
                .or(byVariables);
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

    /// With libpq, a parameter wins over what stands before the path; a driver of Java knows no such parameters.
    private static List<HostPort> hosts(TargetUrl url, ConnectionParameters parameters, List<String> problems) {
        if (url.hosts().isEmpty()) {
            return hosts(parameters, problems);
        }
        if (!url.isLibpq() || url.parameters().get("host", "hostaddr", "port").isEmpty()) {
            return url.hosts();
        }
        return hosts(
                url.parameters().or(Map.of("host", each(url, HostPort::host), "port", each(url, HostPort::port))),
                problems);
    }

    private static String each(TargetUrl url, Function<HostPort, Object> part) {
        return url.hosts().stream().map(part).map(Object::toString).collect(Collectors.joining(","));
    }

    /// Hosts and ports as libpq lists them: as many ports as hosts, or one for all.
    private static List<HostPort> hosts(ConnectionParameters parameters, List<String> problems) {
        var hosts = parameters.get("hostaddr", "host").orElse("localhost").split(",", -1);
        var ports = parameters.get("port").orElse("").split(",", -1);
        if (ports.length != 1 && ports.length != hosts.length) {
            problems.add(
                    hosts.length + " hosts and " + ports.length + " ports; allowed: one port, or one for each host");
            return List.of();
        }
        var all = new ArrayList<HostPort>();
        for (int i = 0; i < hosts.length; i++) {
            if (hosts[i].startsWith("/")) {
                problems.add("'" + hosts[i] + "' is a Unix socket, and only TCP can be probed");
            }
            var origin = new Origin.Given("host");
            all.add(new HostPort(hosts[i], port(ports[ports.length == 1 ? 0 : i], problems), origin));
        }
        return all;
    }

    private static int port(String text, List<String> problems) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= MAX_PORT) {
            return Integer.parseInt(text);
        }
        problems.add("port is '" + text + "', allowed: 1 to 65535");
        return DEFAULT_PORT;
    }

    /// The driver's and libpq's words for "only this kind of server will do"; "prefer…" takes any.
    private static Expectation serverType(Optional<String> text) {
        return switch (text.orElse("any")) {
            case "primary", "master", "read-write" -> Expectation.PRIMARY;
            case "secondary", "slave", "standby" -> Expectation.STANDBY;
            default -> Expectation.ANY;
        };
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
    private static Optional<Duration> connectTimeout(ConnectionParameters parameters) {
        return parameters
                .get("connectTimeout", "connect_timeout")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(Duration::isPositive);
    }
}
