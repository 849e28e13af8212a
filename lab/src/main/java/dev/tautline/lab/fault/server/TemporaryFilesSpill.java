package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// Sorts that do not fit into memory write large temporary files.
public record TemporaryFilesSpill(
        @Given(value = "2", mild = "1", severe = "8", says = "that sort without end")
        int sessions) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Workers.start(lab, sessions, "report", """
                set work_mem = '64kB';
                select count(*) from (
                    select random() as r from generate_series(1, 2000000) order by r offset 1) sorted
                """);
    }
}
