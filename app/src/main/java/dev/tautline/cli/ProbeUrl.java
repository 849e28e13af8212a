package dev.tautline.cli;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import dev.tautline.settings.UrlParameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a URL on the command line says: `jdbc:postgresql:` as pgjdbc reads it, `postgresql:` and `postgres:` as libpq.
///
/// @param user null when the URL names none
/// @param password null when the URL carries none
record ProbeUrl(
        List<HostPort> hosts,
        Optional<String> database,
        @Nullable String user,
        @Nullable Secret password,
        SslMode sslMode,
        @Nullable Path rootCertificate,
        Expectation serverType) {
    private static final Pattern LIBPQ = Pattern.compile("postgres(?:ql)?://(?:([^@/?]*)@)?(.*)");

    /// Tells every problem to `problems`, each with what is wrong, where and what is allowed, and never a secret.
    static Optional<ProbeUrl> parse(String text, Consumer<String> problems) {
        var libpq = LIBPQ.matcher(text);
        if (!libpq.matches()) {
            return read(text, Optional.empty(), problems);
        }
        return read("jdbc:postgresql://" + libpq.group(2), Optional.ofNullable(libpq.group(1)), problems);
    }

    private static Optional<ProbeUrl> read(String jdbc, Optional<String> userInfo, Consumer<String> problems) {
        var parsed = JdbcUrl.parse(jdbc, new Origin.Live("'" + JdbcUrl.mask(jdbc) + "'"));
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
        return sslMode(url, problems).map(mode -> of(url, userInfo, mode));
    }

    private static ProbeUrl of(JdbcUrl url, Optional<String> userInfo, SslMode mode) {
        var user = parameter(url, "user").or(() -> userInfo.map(info -> decoded(info.split(":", 2)[0])));
        var password = parameter(url, "password")
                .or(() -> userInfo.filter(info -> info.contains(":")).map(info -> decoded(info.split(":", 2)[1])));
        return new ProbeUrl(
                url.hosts(),
                url.database(),
                user.orElse(null),
                password.map(Secret::of).orElse(null),
                mode,
                parameter(url, "sslrootcert").map(Path::of).orElse(null),
                serverType(parameter(url, "targetServerType").or(() -> parameter(url, "target_session_attrs"))));
    }

    /// `ssl=true` means verify-full (pgjdbc, SslMode.of).
    private static Optional<SslMode> sslMode(JdbcUrl url, Consumer<String> problems) {
        var byFlag = parameter(url, "ssl")
                .filter(flag -> flag.isEmpty() || Boolean.parseBoolean(flag))
                .map(flag -> SslMode.VERIFY_FULL)
                .orElse(SslMode.PREFER);
        try {
            return Optional.of(parameter(url, "sslmode").map(SslMode::parse).orElse(byFlag));
        } catch (IllegalArgumentException e) {
            problems.accept("'" + url + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    /// The driver's and libpq's words for "only this kind of server will do"; "prefer…" takes any.
    private static Expectation serverType(Optional<String> text) {
        return switch (text.orElse("any")) {
            case "primary", "master", "read-write" -> Expectation.PRIMARY;
            case "secondary", "slave", "standby" -> Expectation.STANDBY;
            default -> Expectation.ANY;
        };
    }

    private static Optional<String> parameter(JdbcUrl url, String name) {
        return url.parameter(name).map(UrlParameter::value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
