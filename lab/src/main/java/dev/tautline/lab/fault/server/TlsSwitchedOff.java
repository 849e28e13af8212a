package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// A server no longer offers TLS. Clients that insist on it get no new sessions; sessions that exist stay.
public record TlsSwitchedOff(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.node(node), "ssl", "off");
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Certificates.feasible(lab, node);
    }
}
