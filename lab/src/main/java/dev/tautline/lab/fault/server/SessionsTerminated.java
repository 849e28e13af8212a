package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Somebody ends all sessions of the application (57P01), once.
public record SessionsTerminated() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var ignored = lab.cluster()
                .primary()
                .query("select pg_terminate_backend(pid) from pg_stat_activity where usename = "
                        + Sql.text(lab.application().role()));
        return Injection.healedBy(() -> {});
    }
}
