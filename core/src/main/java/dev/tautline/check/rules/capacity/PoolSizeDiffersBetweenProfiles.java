package dev.tautline.check.rules.capacity;

import dev.tautline.check.Edits;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.Profile;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The same pool is far smaller under one production profile than under another.
public final class PoolSizeDiffersBetweenProfiles implements LinkRule {
    /// Roles of one service differ by two or three times; one quarter is more than any role explains.
    private static final int MAX_RATIO = 4;

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Link link) {
        return Verdict.of(link.clients().stream()
                .filter(client -> client.pool().keys().isPresent() && isProduction(client.profile()))
                .collect(Collectors.groupingBy(Client::key))
                .values()
                .stream()
                .flatMap(same -> finding(same).stream())
                .toList());
    }

    private static boolean isProduction(Profile profile) {
        return !profile.names().isEmpty() && !profile.isDevelopment();
    }

    private Optional<Finding> finding(List<Client> same) {
        var bySize = Comparator.comparingInt(PoolSizeDiffersBetweenProfiles::size);
        var known = same.stream().filter(client -> size(client) > 0).toList();
        var smallest = known.stream().min(bySize);
        var largest = known.stream().max(bySize);
        return smallest.isPresent() && largest.isPresent() && size(smallest.get()) * MAX_RATIO <= size(largest.get())
                ? Optional.of(finding(smallest.get(), largest.get()))
                : Optional.empty();
    }

    private Finding finding(Client small, Client large) {
        var key = small.pool().keys().orElseThrow().sizes().maximum();
        return finding(
                small.label(),
                "the pool has " + size(small) + " connections with " + small.profile() + " and " + size(large)
                        + " with " + large.profile(),
                "Users whom the balancer sends to the small instance meet slow pages and errors; the others meet none, and"
                        + " every average looks harmless.",
                Edits.pool(small, key, String.valueOf(size(large))),
                Evidence.of(PoolSize.of(small).orElseThrow()),
                Evidence.of(PoolSize.of(large).orElseThrow()));
    }

    private static int size(Client client) {
        return PoolSize.of(client).map(Setting.Known::value).orElse(0);
    }
}
