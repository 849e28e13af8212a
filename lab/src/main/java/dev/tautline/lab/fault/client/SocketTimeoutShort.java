package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// The driver gives up on statements that are merely slow (08006).
public record SocketTimeoutShort(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "1s", says = "in whole seconds, at least 1s")
        Duration timeout)
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
        return new ClientChange.DriverProperty("socketTimeout", Long.toString(Math.max(1, timeout.toSeconds())));
    }
}
