package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.TlsOptions;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a connection is protected: `sslmode`, the files that go with it, and how TLS begins.
record Protection(SslMode mode, @Nullable Path rootCertificate, TlsOptions options) {
    private static final List<String> NEGOTIATIONS = List.of("postgres", "direct");
    private static final List<String> BINDINGS = List.of("disable", "prefer", "require");

    /// As the driver reads it. Tells words that are none to `problems`.
    static Protection of(ConnectionParameters parameters, Consumer<String> problems) {
        var isDirect = word(parameters, NEGOTIATIONS, problems, "sslNegotiation", "sslnegotiation")
                .equals("direct");
        var isBound = word(parameters, BINDINGS, problems, "channelBinding", "channel_binding")
                .equals("require");
        var options = new TlsOptions(
                isDirect,
                path(parameters, "sslcert"),
                path(parameters, "sslkey"),
                parameters.get("sslpassword").map(Secret::of).orElse(null),
                isBound);
        return new Protection(mode(parameters, problems), path(parameters, "sslrootcert"), options);
    }

    /// As libpq reads it: the system's authorities are trusted for no less than the name (PostgreSQL manual 18, section
    /// 32.19.1).
    static Protection ofLibpq(
            ConnectionParameters parameters, Map<String, String> environment, Consumer<String> problems) {
        var written = of(parameters, problems);
        if (!parameters
                .get("sslrootcert")
                .filter(SystemAuthorities.WORD::equals)
                .isPresent()) {
            return written;
        }
        if (parameters.get("sslmode").isPresent() && written.mode() != SslMode.VERIFY_FULL) {
            problems.accept("sslrootcert=system goes with sslmode=verify-full only, and sslmode is '" + written.mode()
                    + "'; leave it out, or name a file as sslrootcert");
        }
        var file = SystemAuthorities.file(environment);
        if (file.isEmpty()) {
            problems.accept("sslrootcert is 'system', and neither SSL_CERT_FILE nor any of " + SystemAuthorities.BUNDLES
                    + " is there; name a file");
        }
        return new Protection(SslMode.VERIFY_FULL, file.orElse(null), written.options());
    }

    ProbeTarget of(ProbeTarget target) {
        return target.withSslMode(mode).withRootCertificate(rootCertificate).withTls(options);
    }

    private static @Nullable Path path(ConnectionParameters parameters, String name) {
        return parameters.get(name).map(Path::of).orElse(null);
    }

    /// One of the words; nothing written is empty.
    private static String word(
            ConnectionParameters parameters, List<String> words, Consumer<String> problems, String... names) {
        var text = parameters.get(names).orElse("");
        if (!text.isEmpty() && words.stream().noneMatch(text::equalsIgnoreCase)) {
            problems.accept(names[0] + " is '" + text + "', allowed: " + String.join(", ", words)
                    + Nearest.to(text, words)
                            .map(near -> "; nearest: '" + near + "'")
                            .orElse(""));
        }
        return words.stream().filter(text::equalsIgnoreCase).findFirst().orElse("");
    }

    /// `ssl=true` means verify-full (pgjdbc, SslMode.of).
    private static SslMode mode(ConnectionParameters parameters, Consumer<String> problems) {
        var byFlag = parameters
                .get("ssl")
                .filter(flag -> flag.isEmpty() || Boolean.parseBoolean(flag))
                .map(flag -> SslMode.VERIFY_FULL);
        try {
            return parameters
                    .get("sslmode")
                    .map(SslMode::parse)
                    .or(() -> byFlag)
                    .orElse(SslMode.PREFER);
        } catch (IllegalArgumentException e) {
            problems.accept(e.getMessage() == null ? "sslmode cannot be read" : e.getMessage());
            return SslMode.PREFER;
        }
    }
}
