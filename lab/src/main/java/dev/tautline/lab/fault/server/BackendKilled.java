package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.sql.SQLException;

/// One server process dies; the server ends all sessions and recovers. Once, nothing is left to heal.
public record BackendKilled(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var struck = lab.node(node);
        try (var session = struck.connect("postgres");
                var statement = session.createStatement();
                var pids = statement.executeQuery("select pg_backend_pid()")) {
            if (pids.next()) {
                struck.killBackend(pids.getLong(1));
            }
        } catch (SQLException itsOwnEnd) {
            // The session that was killed was ours: that is how it ends.
        }
        return Injection.healedBy(() -> {});
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
