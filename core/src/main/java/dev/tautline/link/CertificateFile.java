package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A file with certificates: one, a chain that begins with whom it is for, or a bundle of authorities. Never
/// empty.
public record CertificateFile(Path file, List<Certificate> certificates) {
    /// One certificate: the hosts that it is for, as written in it, and when it is valid.
    public record Certificate(Set<String> hosts, Instant from, Instant until, Origin origin) {
        public Certificate {
            hosts = Set.copyOf(hosts);
        }

        /// Whether it is for a host; `*.` stands for one part of a name (RFC 6125, 6.4.3).
        public boolean isFor(String host) {
            var wanted = host.toLowerCase(Locale.ROOT);
            var dot = wanted.indexOf('.');
            return hosts.contains(wanted) || (dot > 0 && hosts.contains("*" + wanted.substring(dot)));
        }
    }

    public CertificateFile {
        file = file.toAbsolutePath().normalize();
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + ": a file of certificates needs one");
        }
    }

    /// The certificate that a server or a client shows.
    public Certificate first() {
        return certificates.getFirst();
    }

    /// The one that is valid longest: a bundle trusts as long as one authority in it is valid.
    public Certificate longest() {
        return certificates.stream()
                .max(Comparator.comparing(Certificate::until))
                .orElseThrow();
    }
}
