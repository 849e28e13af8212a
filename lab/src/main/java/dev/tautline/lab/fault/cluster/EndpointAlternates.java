package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import java.util.List;

/// A balancer that does not know who is who sends connections to primary and standby in turn.
public record EndpointAlternates() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var cluster = lab.cluster();
        return Endpoints.leadingTo(lab, List.of(cluster.standbys().getFirst(), cluster.primary()));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(Lab.PRIMARY)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
