package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// SQL scripts run again whenever an instance starts.
public final class ScriptsRunAtEveryStart extends HarmfulValue<String> {
    public ScriptsRunAtEveryStart() {
        super(Severity.HIGH, SpringKeys.SQL_INIT_MODE, mode -> mode.equals("always"), "never");
    }

    @Override
    String headline() {
        return "schema.sql and data.sql run whenever an instance starts";
    }

    @Override
    String consequence() {
        return "Scripts that drop tables or insert rows do so on each restart and in each instance at once: data are lost or doubled, or the start fails on a row that is there already.";
    }
}
