package dev.tautline.check.rules.timezone;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.settings.JdbcUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Two services store times of one database in different zones.
public final class TimeZonesDifferOnOneSchema implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .filter(TimeZonesDifferOnOneSchema::storesTimes)
                .flatMap(client -> StoredZone.of(client).stream())
                .collect(Collectors.groupingBy(StoredZone::schema, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(same -> firstDifference(same).stream())
                .toList());
    }

    private static boolean storesTimes(Client client) {
        return !client.profile().isDevelopment()
                && client.url()
                        .filter(url -> url.isMySql()
                                && url.isResolved()
                                && !url.hosts().isEmpty())
                        .filter(url -> client.workload().isPresent() || isSameForAll(url))
                        .flatMap(JdbcUrl::database)
                        .isPresent();
    }

    /// A short name or a loopback address, with nothing that tells where it is used, may be another server for each.
    private static boolean isSameForAll(JdbcUrl url) {
        return url.hosts().stream()
                .allMatch(host -> !host.isLoopback() && host.host().contains("."));
    }

    private Optional<Finding> firstDifference(List<StoredZone> same) {
        var first = same.getFirst();
        return same.stream()
                .filter(other -> !other.client().service().equals(first.client().service()))
                .filter(other -> !other.agreesWith(first))
                .findFirst()
                .map(other -> finding(first, other));
    }

    private Finding finding(StoredZone first, StoredZone other) {
        return finding(
                other.client().label(),
                "times are stored in " + other.zone() + ", and by "
                        + first.client().service() + " in " + first.zone(),
                "Both use the same database: what one writes as noon the other reads hours early or late. Orders are due at the"
                        + " wrong time, and correcting the rows later is guesswork.",
                new Edit.Decide(
                        other.read().origin(), "let all services name the same zone, best connectionTimeZone=UTC"),
                other.read(),
                first.read());
    }
}
