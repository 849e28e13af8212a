package dev.tautline.probe;

import dev.tautline.probe.evidence.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What only shows when the hosts of one URL are seen together. Pure; hosts that did not tell are left out.
public final class SeveralHosts {
    private SeveralHosts() {}

    /// Two clusters or two primaries behind one URL, what lags behind a promotion, addresses that lead nowhere; empty
    /// when all is as it should be, or too little is known.
    public static List<Remark> remarks(List<LadderResult> results) {
        var remarks = new ArrayList<Remark>();
        var clusters = byCluster(results);
        if (clusters.size() > 1) {
            remarks.add(new Remark(RemarkKind.SEVERAL_CLUSTERS, words(clusters)));
        }
        results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.target().endpoint(), LinkedHashMap::new, Collectors.toList()))
                .forEach((name, addresses) -> addresses(name, addresses, remarks));
        clusters.forEach((_, members) -> {
            primaries(members, remarks);
            stragglers(members, remarks);
        });
        return remarks;
    }

    private static Map<String, List<LadderResult>> byCluster(List<LadderResult> results) {
        return results.stream()
                .filter(result -> identifier(result) != null)
                .collect(Collectors.groupingBy(
                        result -> Long.toUnsignedString(Objects.requireNonNull(identifier(result))),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /// Some addresses of one name lead in, and others nowhere: who takes the first meets chance, or always the wrong
    /// one.
    private static void addresses(String name, List<LadderResult> addresses, List<Remark> remarks) {
        boolean someLeadIn = addresses.stream().anyMatch(LadderResult::passed);
        var failing = addresses.stream().filter(SeveralHosts::leadsNowhere).toList();
        if (someLeadIn && !failing.isEmpty()) {
            boolean isFirst = failing.contains(addresses.getFirst());
            remarks.add(new Remark(
                    RemarkKind.ADDRESSES_DIFFER,
                    "of the addresses of " + name + ", "
                            + failing.stream().map(SeveralHosts::address).collect(Collectors.joining(", "))
                            + (failing.size() == 1 ? " leads" : " lead") + " nowhere and "
                            + addresses.stream()
                                    .filter(LadderResult::passed)
                                    .map(SeveralHosts::address)
                                    .collect(Collectors.joining(", "))
                            + " to the server; the driver for Java takes the first that the resolver gives, which is "
                            + (isFirst ? "one that fails" : "one that works, here and now")));
        }
    }

    private static boolean leadsNowhere(LadderResult result) {
        return result.failure().filter(failed -> failed.step() == Step.CONNECT).isPresent();
    }

    private static String address(LadderResult result) {
        var address = result.address();
        return address == null ? "" : address.getHostAddress();
    }

    /// Several addresses may lead to one server, which has one start time.
    private static void primaries(List<LadderResult> members, List<Remark> remarks) {
        var primaries = members.stream()
                .filter(result -> result.seen(Role.class).stream().noneMatch(Role::inRecovery))
                .toList();
        long servers = primaries.stream()
                .map(LadderResult::server)
                .filter(Objects::nonNull)
                .map(server -> server.startedAt())
                .distinct()
                .count();
        if (servers > 1) {
            remarks.add(new Remark(
                    RemarkKind.SEVERAL_PRIMARIES,
                    "each of these takes writes: "
                            + primaries.stream()
                                    .map(SeveralHosts::nameWithTimeline)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /// What does not follow a promotion: a standby that was left behind, or the primary from before, demoted without
    /// pg_rewind. A standby's timeline is that of its last restart point, so one that receives may well lag here.
    private static void stragglers(List<LadderResult> members, List<Remark> remarks) {
        members.stream()
                .flatMap(result -> result.seen(Role.class).stream())
                .filter(role -> !role.inRecovery() && role.timeline() != null)
                .mapToInt(role -> Objects.requireNonNull(role.timeline()))
                .max()
                .ifPresent(present -> members.stream()
                        .filter(result -> result.seen(Role.class).stream().anyMatch(role -> isBehind(role, present)))
                        .forEach(result -> remarks.add(new Remark(
                                RemarkKind.LEFT_BEHIND,
                                nameWithTimeline(result) + " receives nothing and has not followed the promotion to"
                                        + " timeline " + present
                                        + ": it was left behind, or was the primary before and demoted"))));
    }

    private static boolean isBehind(Role role, int present) {
        return role.inRecovery()
                && role.timeline() != null
                && role.timeline() < present
                && role.replay() != null
                && !role.replay().receiving();
    }

    private static String words(Map<String, List<LadderResult>> clusters) {
        return clusters.entrySet().stream()
                .map(cluster -> cluster.getKey() + " has "
                        + cluster.getValue().stream().map(SeveralHosts::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Long identifier(LadderResult result) {
        return result.seen(Role.class).map(Role::systemIdentifier).orElse(null);
    }

    private static String nameWithTimeline(LadderResult result) {
        var timeline = result.seen(Role.class).map(Role::timeline).orElse(null);
        return name(result) + (timeline == null ? "" : " (timeline " + timeline + ")");
    }

    private static String name(LadderResult result) {
        var address = result.address();
        return result.target().endpoint() + (address == null ? "" : " at " + address.getHostAddress());
    }
}
