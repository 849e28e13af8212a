package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.StopMode;

/// Primary and standby change their roles in order. Healing gives the roles back.
public record Switchover() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var former = lab.cluster().primary();
        var next = lab.cluster().standbys().getFirst();
        try (var _ = Roles.refusing(former, lab)) {
            former.stop(StopMode.FAST);
            next.promote();
        }
        lab.cluster().rejoin(former);
        return Injection.healedBy(() -> Roles.giveBack(lab, former));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby");
    }
}
