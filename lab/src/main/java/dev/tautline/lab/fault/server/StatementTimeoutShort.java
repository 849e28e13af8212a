package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.time.Duration;

/// Statements are cancelled after a time that healthy ones need (57014).
public record StatementTimeoutShort(
        @Given(value = "20ms", mild = "200ms", severe = "2ms", says = "that any statement may take")
        Duration timeout) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "statement_timeout", timeout.toMillis() + "ms");
    }
}
