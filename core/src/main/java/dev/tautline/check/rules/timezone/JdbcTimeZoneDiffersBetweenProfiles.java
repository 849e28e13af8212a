package dev.tautline.check.rules.timezone;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The same service stores times in different zones.
public final class JdbcTimeZoneDiffersBetweenProfiles implements LinkRule {

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
                .filter(client -> !client.profile().isDevelopment()
                        && !client.profile().names().isEmpty())
                .filter(client ->
                        client.get(HibernateKeys.JDBC_TIME_ZONE).known().isPresent())
                .collect(Collectors.groupingBy(Client::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(same -> finding(same).stream())
                .toList());
    }

    private Optional<Finding> finding(List<Client> same) {
        var first = same.getFirst();
        return same.stream()
                .filter(client -> !zone(client).value().equals(zone(first).value()))
                .findFirst()
                .map(other -> finding(
                        first.label(),
                        "times are stored in " + zone(first).value() + " with " + first.profile() + " and in "
                                + zone(other).value() + " with " + other.profile(),
                        "Where both reach the same tables, an order is hours older or younger for the one"
                                + " than for the other; reports and deadlines are wrong, and no error tells.",
                        new Edit.Decide(zone(other).origin(), "store all times in one zone, best UTC"),
                        Evidence.of(zone(other)),
                        Evidence.of(zone(first))));
    }

    private static Setting.Known<String> zone(Client client) {
        return client.get(HibernateKeys.JDBC_TIME_ZONE).known().orElseThrow();
    }
}
