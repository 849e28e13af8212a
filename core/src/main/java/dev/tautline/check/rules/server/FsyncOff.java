package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;

/// The server does not wait for its disk.
public final class FsyncOff extends HarmfulValue<Boolean> {
    public FsyncOff() {
        super(Severity.CRITICAL, PostgresKeys.FSYNC, isOn -> !isOn, "on");
    }

    @Override
    String headline(Boolean value) {
        return "fsync is off";
    }

    @Override
    String consequence() {
        return "A crash or power cut damages the whole database beyond repair: not the last seconds are lost, but everything.";
    }
}
