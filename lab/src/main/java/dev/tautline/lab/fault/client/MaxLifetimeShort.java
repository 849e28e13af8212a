package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.time.Duration;

/// Connections are replaced again and again.
public record MaxLifetimeShort(
        @Given(value = "", says = "the instance; empty: the first one")
        String client,

        @Given(value = "30s", says = "at least 30s, which is the least that HikariCP takes")
        Duration lifetime)
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
        return new ClientChange.PoolSetting("maxLifetime", Long.toString(lifetime.toMillis()));
    }
}
