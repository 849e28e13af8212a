package dev.tautline.lab.fault.control;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ByteRate;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A base backup is taken: all files are read.
public record BackupRunning(
        @Given(value = "16MB/s", mild = "1MB/s", severe = "256MB/s", says = "at which files are read")
        ByteRate rate) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return BaseBackup.start(lab.cluster().primary(), rate);
    }
}
