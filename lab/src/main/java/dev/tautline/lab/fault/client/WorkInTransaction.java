package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// Each request does something slow while it holds its connection in an open transaction.
public record WorkInTransaction(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "400ms", mild = "50ms", severe = "2s", says = "in each request")
        Duration each)
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
        return new ClientChange.Bug(ClientChange.Bug.Kind.WORKS_IN_TRANSACTION, each.toMillis());
    }
}
