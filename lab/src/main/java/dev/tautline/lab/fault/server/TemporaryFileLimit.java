package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ByteCount;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;

/// Sorts and hashes that do not fit into memory fail (53400).
public record TemporaryFileLimit(
        @Given(value = "64KB", mild = "16MB", severe = "1KB", says = "of temporary files in each session")
        ByteCount limit)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "temp_file_limit", Math.max(1, limit.bytes() / 1024) + "kB");
    }
}
