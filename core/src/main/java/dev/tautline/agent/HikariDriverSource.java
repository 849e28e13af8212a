package dev.tautline.agent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.Credentials;
import com.zaxxer.hikari.util.DriverDataSource;
import com.zaxxer.hikari.util.PropertyElf;
import com.zaxxer.hikari.util.UtilityElf;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The driver-level data source that HikariCP 7.1.0 would make for itself (PoolBase.initializeDataSource), made when it
/// is first needed so that settings changed until the pool starts still count. Thread-safe.
final class HikariDriverSource {
    private final HikariConfig config;
    private final @Nullable DataSource given;
    private volatile @Nullable DataSource made;

    /// `given` is the data source that the application itself handed to the pool, if it did.
    HikariDriverSource(HikariConfig config, @Nullable DataSource given) {
        this.config = config;
        this.given = given;
    }

    DataSource get() {
        DataSource source = made;
        return source != null ? source : makeOnce();
    }

    /// A new connection with the credentials of this moment, as PoolBase.newConnection asks for one.
    Connection open() throws SQLException {
        Credentials credentials = credentials();
        return credentials.getUsername() == null
                ? get().getConnection()
                : get().getConnection(credentials.getUsername(), credentials.getPassword());
    }

    private synchronized DataSource makeOnce() {
        DataSource source = made;
        if (source == null) {
            source = make();
            made = source;
        }
        return source;
    }

    private DataSource make() {
        if (given != null) {
            return given;
        }
        if (config.getDataSourceClassName() != null) {
            DataSource source = UtilityElf.createInstance(config.getDataSourceClassName(), DataSource.class);
            PropertyElf.setTargetFromProperties(source, config.getDataSourceProperties());
            return source;
        }
        if (config.getJdbcUrl() != null) {
            return driverDataSource();
        }
        return lookedUp(config.getDataSourceJNDI());
    }

    private DataSource driverDataSource() {
        Credentials credentials = credentials();
        return new DriverDataSource(
                config.getJdbcUrl(),
                config.getDriverClassName(),
                config.getDataSourceProperties(),
                credentials.getUsername(),
                credentials.getPassword());
    }

    // The name is the application's own setting, and HikariCP would look it up in the same way.
    @SuppressWarnings("BanJNDI")
    private static DataSource lookedUp(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException e) {
            throw new PoolInitializationException(e);
        }
    }

    /// What DriverDataSource gives the driver beside the URL, with the credentials of this moment.
    Properties properties() {
        Properties properties = PropertyElf.copyProperties(config.getDataSourceProperties());
        Credentials credentials = credentials();
        if (credentials.getUsername() != null) {
            properties.setProperty("user", credentials.getUsername());
        }
        if (credentials.getPassword() != null) {
            properties.setProperty("password", credentials.getPassword());
        }
        return properties;
    }

    private Credentials credentials() {
        if (config.getCredentialsProvider() != null) {
            return config.getCredentialsProvider().getCredentials();
        }
        // PoolBase's own switch for data sources that override these two getters.
        return Boolean.getBoolean("com.zaxxer.hikari.legacy.supportUserPassDataSourceOverride")
                ? Credentials.of(config.getUsername(), config.getPassword())
                : config.getCredentials();
    }
}
