package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// The access rules hold a line that cannot be read: the server keeps the old ones, and will not start again.
public record HbaBroken() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var former = primary.accessRules();
        primary.writeAccessRules(former + "host all all 10.0.0.0/33 scram-sha-265\n");
        primary.reload();
        return Injection.healedBy(() -> {
            primary.writeAccessRules(former);
            Sql.reload(primary);
        });
    }
}
