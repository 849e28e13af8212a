package dev.tautline.targets;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.UrlParameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a URL says: `jdbc:postgresql:` as pgjdbc reads it, `postgresql:` and `postgres:` as libpq, as well as its
/// connection strings. Prints no password.
///
/// @param shown the URL with its secrets masked
/// @param hosts of a JDBC URL; empty when it names none
/// @param database of a JDBC URL
/// @param isLibpq read as libpq does: hosts and database are parameters like others, and all of them are completed by
/// libpq's environment variables
public record TargetUrl(
        String shown,
        List<HostPort> hosts,
        Optional<String> database,
        ConnectionParameters parameters,
        boolean isLibpq) {
    /// `user:` and then an `@` that is not the first, or that comes only behind what ends the part with the host; not
    /// one in a parameter.
    private static final Pattern SPILT_BEFORE_HOST = Pattern.compile(
            "^[a-z]+://[^/?#@:]*:(?:[^/?#@]*@(?:(?!\\?\\w+=)[^@])*@|[^/?#@]*[/?#](?:(?!\\?\\w+=)[^@])*@)");

    /// Behind a password, something without `=` that no parameter of a driver is called.
    private static final Pattern SPILT_PARAMETER =
            Pattern.compile("[?&]password=[^&]*&(?:[^&=]*[^\\w&=.-][^&=]*(?:&|$)|(?=&|$))", Pattern.CASE_INSENSITIVE);

    private static final Pattern WITH_HOST = Pattern.compile("[^/?]*://(?:[^@/?]*@)?[^@/?].*", Pattern.DOTALL);

    private static final Pattern WITH_PORT = Pattern.compile("^[^:]+://(?:[^@/?]*@)?(?:\\[[^\\]]*]|[^:/?]*):\\d");

    /// Tells every problem to `problems`, each with what is wrong, where and what is allowed, and never a secret.
    public static Optional<TargetUrl> parse(String text, Consumer<String> problems) {
        if (ConnectionString.isOne(text)) {
            return ConnectionString.parse(text, problems);
        }
        var flaw = new TypedUrl(text).flaw();
        if (flaw.isPresent()) {
            problems.accept(flaw.get());
            return Optional.empty();
        }
        var isLibpq = JdbcUrl.isLibpq(text);
        if (spillsPassword(text)) {
            // Nothing of the text is shown: which part of it is the password, nobody can tell.
            problems.accept(
                    "a URL has a character in its password that must be percent-encoded there: @ is %40, / is %2F,"
                            + " ? is %3F, # is %23, & is %26, % is %25; or give the password with --password-file");
            return Optional.empty();
        }
        var shown = JdbcUrl.mask(text);
        var origin = new Origin.Given("'" + shown + "'");
        var parsed = isLibpq ? JdbcUrl.parseLibpq(text, origin) : JdbcUrl.parse(text, origin);
        parsed.problems().forEach(problem -> problems.accept(problem.toString()));
        if (parsed.url().isEmpty() || !parsed.problems().isEmpty()) {
            return Optional.empty();
        }
        var url = parsed.url().get();
        if (!url.isPostgres()) {
            problems.accept(
                    "'" + url + "': only PostgreSQL can be probed; expected jdbc:postgresql://HOST[:PORT]/DATABASE");
            return Optional.empty();
        }
        var hosts = WITH_HOST.matcher(text).matches() ? url.hosts() : List.<HostPort>of();
        if (hosts.stream().anyMatch(TargetUrl::hasOpenPort)) {
            problems.accept(
                    "'" + url + "': a placeholder that nothing fills in stands for a port; allowed: 1 to 65535");
            return Optional.empty();
        }
        if (isLibpq) {
            return Optional.of(ofLibpq(hosts.isEmpty() ? shown : url.toString(), parameters(url, hosts, text)));
        }
        var parameters = ConnectionParameters.of(values(url.parameters()));
        return Optional.of(new TargetUrl(url.toString(), hosts, url.database(), parameters, false));
    }

    /// A host that is a placeholder may bring its port with it.
    private static boolean hasOpenPort(HostPort host) {
        return host.port() == 0 && !host.host().contains("$") && !host.host().contains("{{");
    }

    /// All that it says is in its parameters.
    static TargetUrl ofLibpq(String shown, Map<String, String> parameters) {
        return new TargetUrl(shown, List.of(), Optional.empty(), ConnectionParameters.of(parameters), true);
    }

    /// A parameter wins over what stands before the question mark. Of several hosts, those without a port have the
    /// default
    /// one; a single host without a port leaves it open (libpq, conninfo_uri_parse_options).
    private static Map<String, String> parameters(JdbcUrl url, List<HostPort> hosts, String text) {
        var parameters = values(url.parameters());
        if (!hosts.isEmpty()) {
            parameters.putIfAbsent("host", joined(hosts, host -> decoded(host.host())));
        }
        if (hosts.size() > 1 || WITH_PORT.matcher(text).find()) {
            parameters.putIfAbsent(
                    "port", joined(hosts, host -> host.port() == 0 ? "" : Integer.toString(host.port())));
        }
        url.database().ifPresent(name -> parameters.putIfAbsent("dbname", name));
        return parameters;
    }

    private static String joined(List<HostPort> hosts, Function<HostPort, String> part) {
        return hosts.stream().map(part).collect(Collectors.joining(","));
    }

    /// In a host, a plus is a plus. The zone of an IPv6 address may follow a bare `%`.
    private static String decoded(String host) {
        try {
            return URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return host;
        }
    }

    /// Whether a password seems to go on where the URL's syntax ends it.
    private static boolean spillsPassword(String text) {
        return (JdbcUrl.isLibpq(text) && SPILT_BEFORE_HOST.matcher(text).find())
                || SPILT_PARAMETER.matcher(text).find();
    }

    /// A URL that was read elsewhere, with all parameters that hold for it.
    static TargetUrl of(JdbcUrl url, Map<String, String> parameters) {
        return new TargetUrl(url.toString(), url.hosts(), url.database(), ConnectionParameters.of(parameters), false);
    }

    /// Whether everybody who sees the URL sees a password.
    public boolean carriesPassword() {
        return parameters.get("password").isPresent();
    }

    /// A sentence for each parameter that the URL's driver does not know; such a URL can be probed all the same.
    public List<String> unknownParameters() {
        return UnknownParameters.in(parameters, isLibpq);
    }

    private static Map<String, String> values(List<UrlParameter> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return values;
    }

    @Override
    public String toString() {
        return shown;
    }
}
