package dev.tautline.check.rules.capacity;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Instances;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The connections that pools may open together: each pool once, in the profile in which it is largest;
/// development profiles do not count. While a new version replaces the old one, both run for a while, and a limit
/// that fits all year fails on that day.
record Demand(List<Pooled> pools) {
    /// A pool and how many copies of it run.
    record Pooled(Client client) {
        Optional<Setting.Known<Integer>> size() {
            return PoolSize.of(client);
        }

        Optional<Integer> instances() {
            return client.instances().flatMap(Instances::most);
        }

        int connections() {
            return size().map(Setting.Known::value).orElse(0) * instances().orElse(1);
        }

        int peak() {
            return connections()
                    + size().map(Setting.Known::value).orElse(0)
                            * client.instances().map(Instances::surge).orElse(0);
        }

        Stream<Evidence> read() {
            return Stream.concat(
                    size().stream().map(Evidence::of),
                    client.instances().stream().flatMap(Pooled::read));
        }

        private static Stream<Evidence> read(Instances instances) {
            var more = instances.surge() > 0 ? ", and " + instances.surge() + " more in a rolling update" : "";
            return instances.read().stream()
                    .limit(1)
                    .flatMap(written -> instances.most().stream()
                            .map(most -> new Evidence("instances", most + more, written.origin())));
        }
    }

    Demand {
        pools = List.copyOf(pools);
    }

    static Demand of(Stream<Client> clients) {
        return new Demand(clients
                .filter(client ->
                        client.pool() != Pool.NONE && !client.profile().isDevelopment())
                .collect(Collectors.groupingBy(Client::key))
                .values()
                .stream()
                .map(same -> same.stream()
                        .map(Pooled::new)
                        .max(Comparator.comparingInt(Pooled::connections))
                        .orElseThrow())
                .sorted(Comparator.comparing(pool -> pool.client().label()))
                .toList());
    }

    /// Whether the size of a pool cannot be told.
    boolean isUnknown() {
        return pools.stream().anyMatch(pool -> pool.size().isEmpty());
    }

    /// Whether it is known how many copies of each run.
    boolean knowsInstances() {
        return pools.stream().allMatch(pool -> pool.instances().isPresent());
    }

    int connections() {
        return pools.stream().mapToInt(Pooled::connections).sum();
    }

    /// The same while one version replaces another.
    int peak() {
        return pools.stream().mapToInt(Pooled::peak).sum();
    }

    /// What is said of a demand that is above a limit.
    String above(int limit) {
        return connections() > limit
                ? "pools may open " + connections() + " connections"
                : "pools may open " + peak() + " connections while a new version replaces the old one";
    }

    /// What is too much in a rolling update only does not hurt every day.
    Finding weighed(Finding finding, int limit) {
        return connections() > limit || finding.severity() != Severity.CRITICAL
                ? finding
                : finding.withSeverity(Severity.HIGH);
    }

    /// The limit first, then each pool and how often it runs.
    Evidence[] against(Evidence limit) {
        return Stream.concat(Stream.of(limit), pools.stream().flatMap(Pooled::read))
                .toArray(Evidence[]::new);
    }

    /// What is said where the demand fits, as far as it is known.
    Verdict fits(int limit) {
        return knowsInstances() || pools.isEmpty()
                ? Verdict.PASS
                : Verdict.undecided("one instance of each client takes " + connections() + " of " + limit
                        + " connections, and the number of instances is not known");
    }
}
