package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A standby is promoted while the primary lives: both take writes, and their histories part.
public record PromotedTwice(
        @Given(value = Lab.STANDBY, says = "the standby") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var second = lab.node(node);
        second.promoteBesidePrimary();
        return Injection.healedBy(() -> lab.cluster().rejoin(second));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
