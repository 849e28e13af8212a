package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Commits wait for a synchronous standby that does not exist.
public record SyncStandbyMissing() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "synchronous_standby_names", "lab_nobody");
    }
}
