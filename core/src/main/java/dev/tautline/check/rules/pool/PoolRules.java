package dev.tautline.check.rules.pool;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class PoolRules {
    private PoolRules() {}

    public static List<Rule> all() {
        return List.of(
                new AbandonedRemovalKillsWork(),
                new AcquireWaitsForEver(),
                new AutocommitAssumedOff(),
                new BreaksAfterAcquireFailure(),
                new ConnectionPerRequest(),
                new ConnectionTakenTooEarly(),
                new ConnectionTestQuerySet(),
                new ConnectionTimeoutExceedsRequestBudget(),
                new ConnectionsNeverReplaced(),
                new DeadConnectionsHandedOut(),
                new EvictionNeverRuns(),
                new EvictionTimesContradict(),
                new HibernateBuiltInPool(),
                new HikariSpinsUnderVirtualThreads(),
                new IdleTimeoutNearMaxLifetime(),
                new IdleTimeoutWithoutEffect(),
                new KeepaliveNotBelowMaxLifetime(),
                new KeysOfUnusedPool(),
                new LargeDefaultPoolSize(),
                new LeakDetectionOff(),
                new LeakThresholdAboveMaxLifetime(),
                new LeakThresholdBelowTransactionTimeout(),
                new MaxIdleIgnored(),
                new MaxLifetimeBelowMinimum(),
                new MaxLifetimeUnlimited(),
                new MaximumSizeNotPositive(),
                new MinimumIdleAboveMaximumPoolSize(),
                new OpenTransactionReturned(),
                new PoolChurns(),
                new PoolInsidePool(),
                new PoolLargerThanRequestThreads(),
                new PoolNameMissing(),
                new PoolSizesContradict(),
                new PoolSuspensionAllowed(),
                new PoolTimeInWrongUnit(),
                new PoolTimeSilentlyReplaced(),
                new PoolTimeoutBelowMinimum(),
                new PoolTooSmallForRequestThreads(),
                new TwoUrlsForOnePool(),
                new UnfinishedWorkCommitted(),
                new UnknownPoolProperty(),
                new UnknownTransactionIsolation(),
                new ValidationTimeoutNotBelowConnectionTimeout(),
                new VirtualThreadsFloodPool());
    }
}
