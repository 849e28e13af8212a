package dev.tautline.store.database;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A pool behind its gate. The place of an errand is free again when its connection is closed.
final class GatedDataSource extends DelegatingDataSource {
    private final String line;
    private final Gate gate;
    private final ObservationRegistry observations;

    GatedDataSource(String line, DataSource pool, Gate gate, ObservationRegistry observations) {
        super(pool);
        this.line = line;
        this.gate = gate;
        this.observations = observations;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return waiting().observeChecked(this::connection);
    }

    /// How long a request stands before gate and pool. The shop's own work asks for a connection every second and
    /// nobody
    /// waits for it: it is not looked at.
    private Observation waiting() {
        return observations.getCurrentObservation() == null
                ? Observation.NOOP
                : Observation.createNotStarted("chandlery.connection.wait", observations)
                        .lowCardinalityKeyValue("line", line)
                        .lowCardinalityKeyValue("lane", Errand.current().lane().name());
    }

    private Connection connection() throws SQLException {
        var lane = enter();
        try {
            return leavingOnClose(super.getConnection(), lane);
        } catch (SQLException away) {
            gate.leave(lane);
            // The next ones need not find out by themselves; the line's watch opens the gate again.
            gate.shut(String.valueOf(away.getMessage()));
            throw away;
        } catch (RuntimeException failed) {
            gate.leave(lane);
            throw failed;
        }
    }

    private Lane enter() throws SQLException {
        var errand = Errand.current();
        gate.enter(errand);
        return errand.lane();
    }

    private Connection leavingOnClose(Connection connection, Lane lane) {
        var left = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    } finally {
                        if (method.getName().equals("close") && left.compareAndSet(false, true)) {
                            gate.leave(lane);
                        }
                    }
                });
    }
}
