package dev.tautline.check.rules.capacity;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// One service opens several pools to the same database with the same role.
public final class SeveralPoolsToOneDatabase implements LinkRule {

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
                .filter(client -> PoolSize.of(client).isPresent() && client.callsPostgres())
                .filter(client -> client.url().map(JdbcUrl::isResolved).orElse(false))
                .collect(Collectors.groupingBy(
                        SeveralPoolsToOneDatabase::target, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(pools -> pools.size() > 1)
                .map(this::finding)
                .distinct()
                .toList());
    }

    /// One service under one profile, one database, one role.
    private static List<String> target(Client client) {
        var url = client.url().orElseThrow();
        return List.of(
                client.key().home(),
                client.service(),
                client.profile().toString(),
                url.hosts().toString(),
                url.database().orElse(""),
                client.get(HikariKeys.READ_ONLY)
                        .knownValue()
                        .map(String::valueOf)
                        .orElse(""),
                client.get(SpringKeys.DATASOURCE_USERNAME).knownValue().orElse(""));
    }

    private Finding finding(List<Client> pools) {
        var sum = pools.stream()
                .mapToInt(pool -> PoolSize.of(pool).map(Setting.Known::value).orElse(0))
                .sum();
        return finding(
                pools.getLast().service(),
                pools.size() + " pools lead to the same database with the same role",
                "Each instance takes up to " + sum
                        + " connections, while whoever plans for max_connections counts one pool; one of them"
                        + " runs empty while the others are idle.",
                new Edit.Decide(
                        pools.getLast().urlText().origin(),
                        "use one pool, or say what tells them apart with a role or read-only"),
                pools.reversed().stream().map(ClientRule::url).toArray(Evidence[]::new));
    }
}
