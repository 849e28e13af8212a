package dev.tautline.targets;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.UrlParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a URL says: `jdbc:postgresql:` as pgjdbc reads it, `postgresql:` and `postgres:` as libpq. Prints no password.
///
/// @param shown the URL with its secrets masked
/// @param hosts empty when the URL names none
/// @param isLibpq read as libpq does, so that libpq's environment variables complete it
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

    private static final Pattern WITH_HOST =
            Pattern.compile("(?:jdbc:(?:[^/?]*:)?postgresql|postgres(?:ql)?(?:\\+\\w+)?)://(?:[^@/?]*@)?[^@/?].*");

    /// Tells every problem to `problems`, each with what is wrong, where and what is allowed, and never a secret.
    public static Optional<TargetUrl> parse(String text, Consumer<String> problems) {
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
        return Optional.of(new TargetUrl(
                url.toString(),
                WITH_HOST.matcher(text).matches() ? url.hosts() : List.of(),
                url.database(),
                ConnectionParameters.of(values(url.parameters())),
                isLibpq));
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
