package dev.tautline.lab.fault.client;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Guests;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.load.OpenLoad;
import java.time.Duration;

/// Somebody opens a connection for each query and closes it again.
public record ConnectionStorm(
        @Given(value = "40", mild = "5", severe = "200", says = "attempts a second")
        int perSecond) implements Fault {
    private static final Duration LONGEST = Duration.ofHours(24);

    @Override
    public Injection injectInto(Lab lab) {
        var database = "postgres";
        var guests = Guests.on(lab.cluster().primary(), "cron-job");
        var load = OpenLoad.of(perSecond, LONGEST)
                .start(_ -> guests.connect(database).close());
        return Injection.healedBy(load::close);
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return Feasibility.given(perSecond > 0, "no attempts a second");
    }
}
