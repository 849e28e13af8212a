package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;

/// The primary dies and a standby is promoted. Healing gives the roles back.
public record Failover() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var former = lab.cluster().primary();
        var next = lab.cluster().standbys().getFirst();
        var refusal = Roles.refusing(former, lab);
        former.kill();
        next.promote();
        return Injection.healedBy(() -> {
            refusal.close();
            Roles.giveBack(lab, former);
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby");
    }
}
