package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.SslMode;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a connection is protected: `sslmode` and the files that go with it.
record Protection(SslMode mode, @Nullable Path rootCertificate) {

    /// Tells a mode that is none to `problems`.
    static Protection of(ConnectionParameters parameters, Consumer<String> problems) {
        return new Protection(
                mode(parameters, problems),
                parameters.get("sslrootcert").map(Path::of).orElse(null));
    }

    ProbeTarget of(ProbeTarget target) {
        return target.withSslMode(mode).withRootCertificate(rootCertificate);
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
