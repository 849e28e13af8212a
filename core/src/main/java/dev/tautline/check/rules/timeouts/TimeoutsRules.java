package dev.tautline.check.rules.timeouts;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class TimeoutsRules {
    private TimeoutsRules() {}

    public static List<Rule> all() {
        return List.of(
                new AsyncRequestTimeoutNotAboveConnectionTimeout(),
                new CancelSignalTimeoutOff(),
                new ConnectTimeoutOff(),
                new DriverTimeoutAboveMaximum(),
                new DriverTimeoutInMilliseconds(),
                new DriverTimeoutInSeconds(),
                new FailoverSlowerThanConnectionTimeout(),
                new HostRecheckTooSlow(),
                new LockTimeoutNotBelowStatementTimeout(),
                new LoginTimeoutEndsBeforeSecondHost(),
                new MissingConnectTimeout(),
                new MissingLoginTimeout(),
                new MissingSocketTimeout(),
                new MissingTcpKeepAlive(),
                new OrphanedQueryAfterSocketTimeout(),
                new SocketTimeoutCutsLegalWork(),
                new StatementTimeoutMeantInSeconds(),
                new TransactionTimeoutMeantInMilliseconds());
    }
}
