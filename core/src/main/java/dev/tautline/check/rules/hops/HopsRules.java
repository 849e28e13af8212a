package dev.tautline.check.rules.hops;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class HopsRules {
    private HopsRules() {}

    public static List<Rule> all() {
        return List.of(
                new IdleCutBeforePoolRecycles(),
                new ProxyCheckIgnoresRole(),
                new ProxyDoesNotCheckServers(),
                new ProxyKeepsSessionsAfterFailover(),
                new ProxyResolvesNameOnce(),
                new ProxySpeaksHttp(),
                new ProxySqlDefaultCredentials(),
                new ProxySqlFollowsNoWriter(),
                new ProxySqlMonitorsAsRoot(),
                new ProxySqlQueriesRunForHours(),
                new ProxySqlSendsLocksToReaders(),
                new ProxyTimeoutMissing(),
                new ReadsFromLateStandby());
    }
}
