package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// The pool of one instance is smaller than its requests need.
public record PoolTooSmall(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "1", mild = "3", says = "connections")
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
