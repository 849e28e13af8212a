package dev.tautline.agent;

import dev.tautline.agent.ConnectionTest.Result;
import java.sql.Connection;
import java.sql.SQLException;

/// One way to open a connection outside the pool and to tell what came of it, within the timeout it was made with.
@FunctionalInterface
interface Opening {
    Result open();

    /// Opens a connection that no pool knows.
    @FunctionalInterface
    interface FreshConnection {
        Connection open() throws SQLException;
    }
}
