package dev.tautline.targets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The authorities that this machine trusts, for libpq's `sslrootcert=system` (PostgreSQL 16 and newer): where OpenSSL
/// finds them, `SSL_CERT_FILE` or the distribution's own bundle.
final class SystemAuthorities {
    static final String WORD = "system";

    /// Debian and Ubuntu, Fedora and RHEL, SUSE, Alpine and macOS.
    static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private SystemAuthorities() {}

    static Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SSL_CERT_FILE"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .or(() -> BUNDLES.stream().filter(Files::isReadable).findFirst());
    }
}
