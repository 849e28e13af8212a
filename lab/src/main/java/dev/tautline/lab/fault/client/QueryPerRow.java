package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A new version asks one small query for each row of the one before.
public record QueryPerRow(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "50", mild = "10", severe = "300", says = "more in each request")
        int queries)
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
        return new ClientChange.Bug(ClientChange.Bug.Kind.MORE_QUERIES, queries);
    }
}
