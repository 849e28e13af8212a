package dev.tautline.check.rules.capacity;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class CapacityRules {
    private CapacityRules() {}

    public static List<Rule> all() {
        return List.of(
                new AccountLimitBelowPools(),
                new MemoryExceedsContainer(),
                new PgpoolSessionsExceedMaxConnections(),
                new PoolSizeDiffersBetweenProfiles(),
                new PoolSumExceedsClientLimit(),
                new PoolSumExceedsMaxConnections(),
                new PoolSumExceedsProxyLimit(),
                new PoolerSessionsExceedMaxConnections(),
                new PreparedStatementsExceedServerLimit(),
                new RoleLimitBelowPools(),
                new SeveralPoolsToOneDatabase());
    }
}
