package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.tls.Validity;
import java.time.Duration;

/// A server's certificate has expired. Clients that verify it get no new sessions; sessions that exist stay.
public record CertificateExpires(
        @Given(value = "24h", mild = "1m", severe = "720h", says = "for so long")
        Duration since,

        @Given(value = Lab.PRIMARY, says = "the node") String node)
        implements Fault {
    private static final Duration LIFETIME = Duration.ofDays(90);

    @Override
    public Injection injectInto(Lab lab) {
        return Certificates.replace(
                lab,
                node,
                tls -> tls.authority().issue(tls.hosts(), new Validity(since.plus(LIFETIME), since.negated())));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Certificates.feasible(lab, node);
    }
}
