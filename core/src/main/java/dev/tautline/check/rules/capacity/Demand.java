package dev.tautline.check.rules.capacity;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Instances;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The connections that pools may open together: each pool once, in the profile in which it is largest;
/// development profiles do not count.
record Demand(List<Pooled> pools) {
    /// A pool and how many copies of it run.
    record Pooled(Client client) {
        Optional<Setting.Known<Integer>> size() {
            return client.get(HikariKeys.MAXIMUM_POOL_SIZE).known();
        }

        Optional<Integer> instances() {
            return client.instances().flatMap(Instances::most);
        }

        int connections() {
            return size().map(Setting.Known::value).orElse(0) * instances().orElse(1);
        }
    }

    Demand {
        pools = List.copyOf(pools);
    }

    static Demand of(Stream<Client> clients) {
        return new Demand(clients
                .filter(client -> client.usesHikari() && !client.profile().isDevelopment())
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

    /// The limit first, then each pool.
    Evidence[] against(Evidence limit) {
        return Stream.concat(
                        Stream.of(limit),
                        pools.stream().flatMap(pool -> pool.size().stream().map(Evidence::of)))
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
