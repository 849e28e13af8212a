package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.FaultFailed;
import dev.tautline.lab.fault.Lab;
import java.sql.Connection;
import java.sql.SQLException;

/// A session that has done something in a transaction and does not end it.
final class Held {
    /// Less than any fault lasts; longer than the application's own transactions.
    private static final String PATIENCE = "set local lock_timeout = '20s'";

    private Held() {}

    /// Closing the answer rolls back.
    ///
    /// @param application the name that the session shows to others
    static Injection by(Lab lab, String application, String statement) {
        try {
            var session = lab.cluster().primary().connect(lab.application().database());
            return hold(session, application, statement);
        } catch (SQLException failure) {
            throw new FaultFailed("Cannot hold %s: %s".formatted(statement, failure.getMessage()), failure);
        }
    }

    private static Injection hold(Connection session, String application, String statement) throws SQLException {
        try (var work = session.createStatement()) {
            work.execute("set application_name = '%s'".formatted(application));
            session.setAutoCommit(false);
            work.execute(PATIENCE);
            work.execute(statement);
            return Injection.healedBy(() -> end(session));
        } catch (SQLException failure) {
            session.close();
            throw failure;
        }
    }

    private static void end(Connection session) {
        try (session) {
            session.rollback();
        } catch (SQLException gone) {
            // The server has ended the session, and with it the transaction.
        }
    }
}
