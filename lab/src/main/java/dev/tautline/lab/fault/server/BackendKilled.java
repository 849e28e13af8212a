package dev.tautline.lab.fault.server;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.FaultFailed;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// One server process dies; the server ends all sessions and recovers. Once, nothing is left to heal.
public record BackendKilled(
        @Given(value = Lab.PRIMARY, says = "the node") String node) implements Fault {
    private static final Duration NOTICED = Duration.ofSeconds(10);

    /// Returns when the server has noticed, which takes it a moment: until then the other sessions go on.
    @Override
    public Injection injectInto(Lab lab) {
        var struck = lab.node(node);
        try (var witness = struck.connect("postgres");
                var victim = struck.connect("postgres");
                var statement = victim.createStatement();
                var pids = statement.executeQuery("select pg_backend_pid()")) {
            pids.next();
            struck.killBackend(pids.getLong(1));
            Deadline.in(NOTICED).await(node + " to end all sessions", () -> isEnded(witness));
        } catch (SQLException failure) {
            throw new FaultFailed("Cannot kill a process of %s: %s".formatted(node, failure.getMessage()), failure);
        }
        return Injection.healedBy(() -> {});
    }

    private static boolean isEnded(Connection session) {
        try (var statement = session.createStatement()) {
            statement.execute("select 1");
            return false;
        } catch (SQLException ended) {
            return true;
        }
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
