package dev.tautline.settings;

import java.util.Optional;
import java.util.stream.Stream;

/// The connection pool that a client uses.
public enum Pool {
    HIKARICP,
    TOMCAT_JDBC,
    DBCP2,
    C3P0,
    DRUID,
    AGROAL,
    /// Of WildFly and JBoss EAP.
    IRON_JACAMAR,
    /// Of the SQL clients of Vert.x.
    VERTX,
    /// Agroal, set up by Quarkus under names of its own.
    QUARKUS,
    /// Of reactive applications.
    R2DBC,
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

    /// The pool that a class belongs to by its package: a data source, a factory of such, or the adapter that
    /// Hibernate has for it; [#OTHER] for one that we do not know.
    public static Pool ofClass(String className) {
        var name = className.strip();
        return Stream.of(HIKARICP, TOMCAT_JDBC, DBCP2, C3P0, DRUID, AGROAL)
                .filter(pool -> pool.packages().anyMatch(name::startsWith))
                .findFirst()
                .orElse(OTHER);
    }

    private Stream<String> packages() {
        return switch (this) {
            case HIKARICP -> Stream.of("com.zaxxer.hikari.", "org.hibernate.hikaricp.");
            case TOMCAT_JDBC -> Stream.of("org.apache.tomcat.jdbc.pool.");
            case DBCP2 -> Stream.of("org.apache.commons.dbcp2.", "org.apache.tomcat.dbcp.dbcp2.");
            case C3P0 -> Stream.of("com.mchange.v2.c3p0.", "org.hibernate.c3p0.", "org.hibernate.connection.C3P0");
            case DRUID -> Stream.of("com.alibaba.druid.");
            case AGROAL -> Stream.of("io.agroal.", "org.hibernate.agroal.");
            case IRON_JACAMAR, VERTX, QUARKUS, R2DBC, DROPWIZARD, NONE, OTHER -> Stream.empty();
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
            case IRON_JACAMAR -> Optional.of(PoolKeys.IRON_JACAMAR);
            case VERTX -> Optional.of(PoolKeys.VERTX);
            case QUARKUS -> Optional.of(PoolKeys.QUARKUS);
            case R2DBC -> Optional.of(PoolKeys.R2DBC);
            case DROPWIZARD -> Optional.of(PoolKeys.DROPWIZARD);
            case NONE, OTHER -> Optional.empty();
        };
    }

    /// All settings that it has; empty for a pool that we do not know, and for none.
    public Optional<Vocabulary> vocabulary() {
        return switch (this) {
            case HIKARICP -> Optional.of(HikariKeys.VOCABULARY);
            case TOMCAT_JDBC -> Optional.of(TomcatJdbcKeys.VOCABULARY);
            case DBCP2 -> Optional.of(Dbcp2Keys.VOCABULARY);
            case C3P0 -> Optional.of(C3p0Keys.VOCABULARY);
            case DRUID -> Optional.of(DruidKeys.VOCABULARY);
            case AGROAL -> Optional.of(AgroalKeys.VOCABULARY);
            case IRON_JACAMAR -> Optional.of(IronJacamarKeys.VOCABULARY);
            case VERTX -> Optional.of(VertxPoolKeys.VOCABULARY);
            case QUARKUS -> Optional.of(QuarkusKeys.VOCABULARY);
            case R2DBC -> Optional.of(R2dbcPoolKeys.VOCABULARY);
            case DROPWIZARD -> Optional.of(DropwizardKeys.VOCABULARY);
            case NONE, OTHER -> Optional.empty();
        };
    }

    /// The product that these settings are of.
    public Optional<Product> product() {
        return keys().map(PoolKeys::product);
    }

    /// What people call the pool, or what hides it.
    public String title() {
        return switch (this) {
            case NONE -> "no pool";
            case OTHER -> "an unknown pool";
            case HIKARICP, TOMCAT_JDBC, DBCP2, C3P0, DRUID, AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC, DROPWIZARD ->
                product().orElseThrow().title();
        };
    }
}
