package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;

/// Somebody resets the server's statistics, once.
public record StatisticsReset() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var database = lab.application().database();
        lab.cluster().primary().executeIn(database, "select pg_stat_reset(), pg_stat_statements_reset()");
        return Injection.healedBy(() -> {});
    }
}
