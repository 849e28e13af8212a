package dev.tautline.check.rules.topology;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class TopologyRules {
    private TopologyRules() {}

    public static List<Rule> all() {
        return List.of(
                new AwsWrapperWithoutExceptionOverride(),
                new FailoverHostsReadOnly(),
                new FailoverTimesDoNotFit(),
                new IpLiteralHost(),
                new MemberInsteadOfCluster(),
                new MultiHostWithoutTargetServerType(),
                new ReplicationThroughPooler(),
                new WatchdogOff(),
                new WriterCallsReplicaName());
    }
}
