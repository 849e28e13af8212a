package dev.tautline.probe;

import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Resolution;
import dev.tautline.probe.name.NameOrigin;
import java.net.InetAddress;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// What deserves attention in how a name became addresses.
///
/// @param tell takes the kind of the remark and its words
record NameRemarks(BiConsumer<RemarkKind, String> tell, List<Evidence> evidence) {
    void on(NameOrigin origin) {
        if (origin.isOverridden()) {
            tell.accept(
                    RemarkKind.HOSTS_FILE_OVERRIDES,
                    "the hosts file says " + words(origin.hostsFile()) + ", the name servers say "
                            + words(origin.nameServers()));
        }
        var full = origin.fullName();
        if (full != null && isSurprising(host(), full)) {
            tell.accept(RemarkKind.NAME_COMPLETED, host() + " is not known as it is; the search list made it " + full);
        }
        var timeToLive = origin.timeToLive();
        if (origin.isKeptTooLong() && timeToLive != null) {
            tell.accept(
                    RemarkKind.NAME_KEPT_TOO_LONG,
                    "the answer is good for " + timeToLive.toSeconds() + " s, and a JVM set up as this one keeps it "
                            + (origin.cache().seconds() < 0
                                    ? "for ever"
                                    : origin.cache().seconds() + " s"));
        }
    }

    /// A name with a dot looks complete. In Kubernetes `service.namespace` is meant to be completed.
    private static boolean isSurprising(String host, String full) {
        return host.contains(".") && !full.equals(host) && !full.startsWith(host + ".svc.") && !host.endsWith(".");
    }

    private String host() {
        return evidence.stream()
                .filter(Resolution.class::isInstance)
                .map(seen -> ((Resolution) seen).host())
                .findFirst()
                .orElse("");
    }

    private static String words(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
