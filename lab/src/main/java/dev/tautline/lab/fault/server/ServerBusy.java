package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Other work takes all of the server's processors.
public record ServerBusy(
        @Given(value = "8", mild = "2", severe = "32", says = "that compute without end")
        int sessions) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Workers.start(
                lab, sessions, "analytics", "select sum(n * random()) from generate_series(1, 100000000) n");
    }
}
