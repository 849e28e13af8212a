package dev.tautline.check.rules.pooling;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class PoolingRules {
    private PoolingRules() {}

    public static List<Rule> all() {
        return List.of(
                new CancelRequestGoesAstray(),
                new MigrationLockThroughTransactionPooling(),
                new PoolExceedsSessionPool(),
                new PoolerAdminIsApplicationUser(),
                new PoolerCapBelowPoolSize(),
                new PoolerKeepsIdleTransactions(),
                new PoolerListensLocally(),
                new PoolerQueueOutlastsClient(),
                new PoolerQueueWithoutEnd(),
                new PoolerResolvesNamesTooRarely(),
                new PoolerRetriesTooLate(),
                new PoolerSendsInClear(),
                new PoolerSessionUsedOnce(),
                new PoolerTimeInMilliseconds(),
                new PoolerTrustsEverybody(),
                new PoolerValueNotUnderstood(),
                new PoolerWithKnownHole(),
                new PoolerWithoutDatabases(),
                new PreparedStatementsThroughTransactionPooling(),
                new SessionSettingThroughTransactionPooling(),
                new StartupParameterDroppedByPooler(),
                new StartupParameterRejectedByPooler(),
                new StatementPooling(),
                new TlsRefusedByPooler(),
                new UnknownDatabaseParameter(),
                new UnknownPoolerKey());
    }
}
