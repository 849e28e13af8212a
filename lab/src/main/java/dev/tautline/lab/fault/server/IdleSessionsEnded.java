package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import java.time.Duration;

/// The server ends sessions that are idle (57P05), as pools hold them.
public record IdleSessionsEnded(
        @Given(value = "2s", mild = "30s", severe = "500ms", says = "idle time after which a session is ended")
        Duration after)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Sql.setting(lab.cluster().primary(), "idle_session_timeout", after.toMillis() + "ms");
    }
}
