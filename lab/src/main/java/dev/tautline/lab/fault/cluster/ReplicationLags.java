package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.time.Duration;

/// A standby replays late: what it answers is old.
public record ReplicationLags(
        @Given(value = Lab.STANDBY, says = "the standby") String node,

        @Given(value = "1m", mild = "2s", severe = "1h", says = "by which commits are replayed late")
        Duration delay)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.node(node), "recovery_min_apply_delay", delay.toMillis() + "ms");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
