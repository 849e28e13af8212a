package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.time.Duration;

/// The server takes its time before it authenticates anybody. Sessions that exist are well.
public record AuthenticationSlow(
        @Given(
                value = "3s",
                mild = "1s",
                severe = "4s",
                says = "in whole seconds, at most 4: the lab must be able to log in, too")
        Duration delay)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "pre_auth_delay", Long.toString(delay.toSeconds()));
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(
                delay.toSeconds() >= 1 && delay.toSeconds() <= 4, "a delay of %s: 1s to 4s".formatted(delay));
    }
}
