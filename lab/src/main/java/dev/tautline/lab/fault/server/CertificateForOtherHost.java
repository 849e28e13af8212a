package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.tls.Validity;
import java.util.List;

/// A server's certificate is for another host. Clients that compare the name (`sslmode=verify-full`) get no new
/// sessions;
/// sessions that exist stay.
public record CertificateForOtherHost(
        @Given(value = "db.example.com", says = "for which it is")
        String host,

        @Given(value = Lab.PRIMARY, says = "the node") String node)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Certificates.replace(lab, node, tls -> tls.authority().issue(List.of(host), Validity.USUAL));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Certificates.feasible(lab, node);
    }
}
