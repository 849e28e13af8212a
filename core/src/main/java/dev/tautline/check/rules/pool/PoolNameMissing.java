package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Several pools of one service cannot be told apart in logs and metrics.
public final class PoolNameMissing implements LinkRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .filter(Client::usesHikari)
                .collect(Collectors.groupingBy(PoolNameMissing::instance, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(pools -> finding(pools).stream())
                .distinct()
                .toList());
    }

    /// What runs together: one service under one profile.
    private static List<String> instance(Client client) {
        return List.of(client.key().home(), client.service(), client.profile().toString());
    }

    private Optional<Finding> finding(List<Client> pools) {
        var nameless = pools.stream().filter(PoolNameMissing::isNameless).toList();
        if (nameless.size() < 2) {
            return Optional.empty();
        }
        var last = nameless.getLast();
        return Optional.of(finding(
                last.service(),
                nameless.size() + " pools of one service have no name",
                "In logs and metrics they are HikariPool-1 and HikariPool-2, by the order of their"
                        + " start. In an outage nobody can tell which database is meant.",
                Edits.pool(last, HikariKeys.POOL_NAME, last.dataSource().replaceFirst("^.*\\.", "")),
                nameless.reversed().stream().map(ClientRule::url).toArray(Evidence[]::new)));
    }

    private static boolean isNameless(Client client) {
        return client.get(HikariKeys.POOL_NAME) instanceof Setting.Unset<String>;
    }
}
