package dev.tautline.check.rules.pool;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class PoolRules {
    private PoolRules() {}

    public static List<Rule> all() {
        return List.of(
                new ConnectionTimeoutExceedsRequestBudget(),
                new KeepaliveNotBelowMaxLifetime(),
                new LeakDetectionOff(),
                new MaxLifetimeBelowMinimum(),
                new PoolTimeoutBelowMinimum(),
                new PoolTooSmallForRequestThreads(),
                new UnknownPoolProperty(),
                new ValidationTimeoutNotBelowConnectionTimeout());
    }
}
