package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Somebody has paused the replay on a standby and forgotten it.
public record ReplayPaused(
        @Given(value = Lab.STANDBY, says = "the standby") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var paused = lab.node(node);
        return Sql.change(paused, "select pg_wal_replay_pause()", "select pg_wal_replay_resume()");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
