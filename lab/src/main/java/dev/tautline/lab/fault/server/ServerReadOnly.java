package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Every transaction is read-only by default (25006), as when a full disk or a migration made somebody say so.
public record ServerReadOnly() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "default_transaction_read_only", "on");
    }
}
