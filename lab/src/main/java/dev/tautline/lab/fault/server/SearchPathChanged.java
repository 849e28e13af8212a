package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Unqualified names lead to another schema: tables are not found (42P01).
public record SearchPathChanged() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "search_path", "lab_nowhere");
    }
}
