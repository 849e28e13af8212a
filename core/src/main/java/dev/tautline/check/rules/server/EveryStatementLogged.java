package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;

/// Each statement is written to the log.
public final class EveryStatementLogged extends HarmfulValue<String> {
    public EveryStatementLogged() {
        super(Severity.LOW, PostgresKeys.LOG_STATEMENT, value -> value.equals("all"), "ddl");
    }

    @Override
    String headline(String value) {
        return "log_statement = all writes every statement to the log";
    }

    @Override
    String consequence() {
        return "The log fills the disk, and the data of customers stands in it in clear.";
    }
}
