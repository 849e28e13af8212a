package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import java.util.List;

/// What is published as the primary leads to a standby (25006 on writes).
public record EndpointLeadsToStandby() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Endpoints.leadingTo(lab, List.of(lab.cluster().standbys().getFirst()));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(Lab.PRIMARY)
                .and(Feasibility.given(!lab.cluster().standbys().isEmpty(), "the cluster has no standby"));
    }
}
