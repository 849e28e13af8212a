package dev.tautline.settings;

import java.util.Optional;

/// The connection pool that a client uses.
public enum Pool {
    HIKARICP,
    TOMCAT_JDBC,
    DBCP2,
    C3P0,
    DRUID,
    AGROAL,
    /// Agroal, set up by Quarkus under names of its own.
    QUARKUS,
    /// Tomcat JDBC, set up by Dropwizard under names of its own.
    DROPWIZARD,
    /// Opens connections one by one, as a migration does.
    NONE,
    /// A pool whose settings are not read yet.
    OTHER;

    /// The pool whose data source has this class name; [#OTHER] for one that we do not know.
    public static Pool ofDataSource(String className) {
        return switch (className.strip()) {
            case "com.zaxxer.hikari.HikariDataSource" -> HIKARICP;
            case "org.apache.tomcat.jdbc.pool.DataSource", "org.apache.tomcat.jdbc.pool.XADataSource" -> TOMCAT_JDBC;
            case "org.apache.commons.dbcp2.BasicDataSource", "org.apache.tomcat.dbcp.dbcp2.BasicDataSource" -> DBCP2;
            case "com.mchange.v2.c3p0.ComboPooledDataSource" -> C3P0;
            case "com.alibaba.druid.pool.DruidDataSource" -> DRUID;
            case "io.agroal.pool.DataSource" -> AGROAL;
            default -> OTHER;
        };
    }

    /// What its settings are called; empty for a pool that we do not know, and for none.
    public Optional<PoolKeys> keys() {
        return switch (this) {
            case HIKARICP -> Optional.of(PoolKeys.HIKARICP);
            case TOMCAT_JDBC -> Optional.of(PoolKeys.TOMCAT_JDBC);
            case DBCP2 -> Optional.of(PoolKeys.DBCP2);
            case C3P0 -> Optional.of(PoolKeys.C3P0);
            case DRUID -> Optional.of(PoolKeys.DRUID);
            case AGROAL -> Optional.of(PoolKeys.AGROAL);
            case QUARKUS -> Optional.of(PoolKeys.QUARKUS);
            case DROPWIZARD -> Optional.of(PoolKeys.DROPWIZARD);
            case NONE, OTHER -> Optional.empty();
        };
    }
}
