package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// The pool of one instance takes more connections than the server has.
public record PoolTooLarge(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "150", mild = "80", severe = "400", says = "connections, all of them at once")
        int size)
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
        return new ClientChange.PoolSetting("maximumPoolSize", Integer.toString(size));
    }
}
