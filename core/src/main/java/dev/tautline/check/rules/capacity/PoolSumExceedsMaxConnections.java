package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Instances;
import dev.tautline.link.Link;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All pools together may open more connections than the server grants to ordinary roles.
public final class PoolSumExceedsMaxConnections implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Link link) {
        if (link.servers().size() != 1) {
            return link.servers().isEmpty()
                    ? Verdict.undecided("max_connections is not known: give a postgresql.conf, or ask the server")
                    : Verdict.undecided("several servers, and nothing tells which client calls which");
        }
        var server = link.servers().getFirst();
        return Rule.given(
                server.get(PostgresKeys.MAX_CONNECTIONS),
                maximum -> Rule.given(
                        server.get(PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS),
                        superusers -> Rule.given(
                                server.get(PostgresKeys.RESERVED_CONNECTIONS),
                                reserved -> judge(link, maximum, superusers.value() + reserved.value()))));
    }

    private Verdict judge(Link link, Setting.Known<Integer> maximum, int reserved) {
        var usable = maximum.value() - reserved;
        var pools = pools(link);
        if (pools.stream().anyMatch(Pooled::isUnknown)) {
            return Verdict.undecided("the size of a pool is not known");
        }
        var demand = pools.stream().mapToInt(Pooled::connections).sum();
        if (demand > usable) {
            return Verdict.violation(violation(maximum, pools, demand, usable));
        }
        var unknown = pools.stream().anyMatch(pool -> pool.instances().isEmpty());
        return unknown && !pools.isEmpty()
                ? Verdict.undecided("one instance of each client takes " + demand + " of " + usable
                        + " connections, and the number of instances is not known")
                : Verdict.PASS;
    }

    private Finding violation(Setting.Known<Integer> maximum, List<Pooled> pools, int demand, int usable) {
        var read = Stream.concat(
                        Stream.of(Evidence.of(maximum)),
                        pools.stream().flatMap(pool -> pool.size().stream().map(Evidence::of)))
                .toArray(Evidence[]::new);
        return finding(
                "all clients together",
                "pools may open " + demand + " connections; the server has " + usable + " for them",
                "Under load, or when instances overlap in a deployment, log-ins fail with 53300 \"sorry, too many clients"
                        + " already\", for every service and for the people who try to help.",
                new Edit.Decide(
                        maximum.origin(),
                        "make the pools smaller, or raise max_connections to " + (demand + maximum.value() - usable)),
                read);
    }

    /// Each pool once: the profile in which it is largest counts, development profiles do not.
    private static List<Pooled> pools(Link link) {
        return link.clients().stream()
                .filter(client -> client.usesHikari()
                        && client.callsPostgres()
                        && !client.profile().isDevelopment())
                .collect(Collectors.groupingBy(Client::key))
                .values()
                .stream()
                .map(same -> same.stream()
                        .map(Pooled::new)
                        .max(Comparator.comparingInt(Pooled::connections))
                        .orElseThrow())
                .sorted(Comparator.comparing(pool -> pool.client().label()))
                .toList();
    }

    private record Pooled(Client client) {
        Optional<Setting.Known<Integer>> size() {
            return client.get(HikariKeys.MAXIMUM_POOL_SIZE).known();
        }

        Optional<Integer> instances() {
            return client.instances().flatMap(Instances::most);
        }

        boolean isUnknown() {
            return size().isEmpty();
        }

        int connections() {
            return size().map(Setting.Known::value).orElse(0) * instances().orElse(1);
        }
    }
}
