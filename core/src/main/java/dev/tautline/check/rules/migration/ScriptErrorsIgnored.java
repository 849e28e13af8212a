package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.settings.SpringKeys;

/// The service starts with half a schema.
public final class ScriptErrorsIgnored extends HarmfulValue<Boolean> {
    public ScriptErrorsIgnored() {
        super(Severity.MEDIUM, SpringKeys.SQL_INIT_CONTINUE_ON_ERROR, goesOn -> goesOn, "false");
    }

    @Override
    String headline() {
        return "errors in the scripts of the schema are ignored";
    }

    @Override
    String consequence() {
        return "The service starts although a table or a column is missing, says that it is ready, and fails on the first order that needs it.";
    }
}
