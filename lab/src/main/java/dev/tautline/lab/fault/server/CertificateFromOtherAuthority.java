package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.ClusterTls;
import dev.tautline.lab.tls.Authority;
import java.time.Clock;

/// A server's certificate is signed by an authority that clients do not know. Those that verify it get no new sessions;
/// sessions that exist stay.
public record CertificateFromOtherAuthority(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Certificates.replace(
                lab,
                node,
                tls -> new ClusterTls(Authority.create("Another Authority", Clock.systemUTC()), tls.hosts()).usual());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Certificates.feasible(lab, node);
    }
}
