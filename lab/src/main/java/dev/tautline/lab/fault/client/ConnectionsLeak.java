package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Connections are borrowed and never given back.
public record ConnectionsLeak(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "30", mild = "6", severe = "300", says = "connections a minute")
        double perMinute)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.client(client).redeploy(change());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasClient(client, change());
    }

    private ClientChange change() {
        return new ClientChange.Bug(ClientChange.Bug.Kind.LEAKS_CONNECTIONS, perMinute);
    }
}
