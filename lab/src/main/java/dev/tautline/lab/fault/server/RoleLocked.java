package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The application's role may not log in (28000). Sessions that exist stay.
public record RoleLocked() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var role = Sql.name(lab.application().role());
        return Sql.change(
                lab.cluster().primary(),
                "alter role %s nologin".formatted(role),
                "alter role %s login".formatted(role));
    }
}
