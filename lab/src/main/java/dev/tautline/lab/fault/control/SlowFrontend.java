package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// Pages of one instance take long to be made; the database has nothing to do with it.
public record SlowFrontend(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "500ms", mild = "100ms", severe = "3s", says = "in each request, without a connection")
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
        return new ClientChange.Bug(ClientChange.Bug.Kind.SLOW_PAGES, each.toMillis());
    }
}
