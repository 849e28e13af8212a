package dev.tautline.agent;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source whose connections answer every question with the JDBC default, and which fails when told to.
public class ScriptedDriver implements DataSource {
    final Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
    /// What asking a connection for its catalogue fails with.
    volatile @Nullable SQLException callFailure;
    volatile @Nullable String lastUser;
    volatile @Nullable String lastPassword;
    private int loginTimeoutSeconds;

    @Override
    public Connection getConnection() throws SQLException {
        SQLException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return (Connection) Proxy.newProxyInstance(
                ScriptedDriver.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    SQLException failing = callFailure;
                    if (method.getName().equals("getCatalog") && failing != null) {
                        throw failing;
                    }
                    return switch (method.getName()) {
                        case "isValid", "getAutoCommit", "equals" -> true;
                        case "isClosed", "isReadOnly" -> false;
                        case "getTransactionIsolation", "getNetworkTimeout", "hashCode" -> 0;
                        case "toString" -> "scripted connection";
                        default -> null;
                    };
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        lastUser = username;
        lastPassword = password;
        return getConnection();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutSeconds = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper for " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
