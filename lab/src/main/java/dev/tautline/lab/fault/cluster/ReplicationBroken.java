package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.time.Duration;

/// A standby no longer reaches its primary; it answers with what it had.
public record ReplicationBroken(
        @Given(value = Lab.STANDBY, says = "the standby") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var broken = Sql.setting(lab.node(node), "primary_conninfo", "host=127.0.0.1 port=1 connect_timeout=1");
        return Injection.healedBy(() -> {
            broken.close();
            lab.cluster().awaitStreaming(Duration.ofSeconds(30));
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
