package dev.tautline.check.rules.capacity;

import dev.tautline.finding.Evidence;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The connections that a HAProxy passes on at the same time, and the limit that says so.
record ProxyLimit(int connections, Evidence read) {
    /// The smallest limit that somebody set.
    static Optional<ProxyLimit> of(Hop hop) {
        return Stream.of(
                        chosen(hop.get(HaproxyKeys.GLOBAL_MAXCONN)),
                        chosen(hop.get(HaproxyKeys.MAXCONN)),
                        ofServers(hop))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(ProxyLimit::connections));
    }

    private static Optional<ProxyLimit> chosen(Setting<Integer> limit) {
        return limit.chosen()
                .filter(known -> known.value() > 0)
                .map(known -> new ProxyLimit(known.value(), Evidence.of(known)));
    }

    /// All servers must have a limit for their sum to be one. A check of the role leaves one of them.
    private static Optional<ProxyLimit> ofServers(Hop hop) {
        var limits = hop.targets().stream()
                .flatMap(target -> chosen(target.get(HaproxyKeys.SERVER_MAXCONN)).stream())
                .toList();
        if (limits.isEmpty() || limits.size() < hop.targets().size()) {
            return Optional.empty();
        }
        var largest = limits.stream().mapToInt(ProxyLimit::connections).max().orElseThrow();
        var sum = limits.stream().mapToInt(ProxyLimit::connections).sum();
        var followsPrimary = hop.get(HaproxyKeys.OPTION_HTTPCHK).known().isPresent();
        return Optional.of(
                new ProxyLimit(followsPrimary ? largest : sum, limits.getFirst().read()));
    }
}
