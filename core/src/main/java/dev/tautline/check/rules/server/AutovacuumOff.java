package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;

/// Nobody cleans up after updates.
public final class AutovacuumOff extends HarmfulValue<Boolean> {
    public AutovacuumOff() {
        super(Severity.HIGH, PostgresKeys.AUTOVACUUM, isOn -> !isOn, "on");
    }

    @Override
    String headline(Boolean value) {
        return "autovacuum is off";
    }

    @Override
    String consequence() {
        return "Tables and indexes grow without end and queries become slower each week; in the end the server refuses writes to save itself from transaction wraparound.";
    }
}
