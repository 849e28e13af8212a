package dev.tautline.check.change;

import java.util.List;

/// Every change rule, one sorted line each.
public final class ChangeRules {
    private ChangeRules() {}

    public static List<ChangeRule> all() {
        return List.of(
                new DatabaseMoved(),
                new FailoverHostDropped(),
                new IsolationChanged(),
                new KeepaliveWeakened(),
                new LifetimeRaised(),
                new MaxConnectionsLowered(),
                new PasswordNowInFile(),
                new PoolReplaced(),
                new PoolShrunk(),
                new PoolTotalGrown(),
                new RoleChanged(),
                new TargetServerTypeChanged(),
                new TcpKeepAliveOff(),
                new TimeLimitCut(),
                new TimeLimitGrown(),
                new TimeLimitRemoved(),
                new TlsWeakened(),
                new VersionChangesDefaults());
    }
}
