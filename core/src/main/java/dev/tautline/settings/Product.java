package dev.tautline.settings;

import java.util.List;

/// A program or library whose settings we know. `newest` is the version whose sources the vocabulary was compared with;
/// it is assumed, and said to be assumed, where nothing tells the version in use.
public enum Product {
    SPRING_BOOT("Spring Boot", "4.1.1"),
    QUARKUS("Quarkus", "3.38.0"),
    DROPWIZARD("Dropwizard", "5.0.1"),
    HIBERNATE("Hibernate ORM", "7.4.7"),
    HIKARICP("HikariCP", "7.1.0"),
    TOMCAT_JDBC("Tomcat JDBC", "11.0.25"),
    DBCP2("Commons DBCP", "2.14.0"),
    C3P0("c3p0", "0.14.1"),
    DRUID("Druid", "1.2.28"),
    VERTX("Vert.x", "5.0"),
    IRON_JACAMAR("IronJacamar", "3.0"),
    AGROAL("Agroal", "3.2.1"),
    R2DBC_POOL("R2DBC Pool", "1.0.2"),
    PGJDBC("pgjdbc", "42.7.14"),
    LIBPQ("libpq", "18.6"),
    CONNECTOR_J("MySQL Connector/J", "9.7.0"),
    MARIADB_DRIVER("MariaDB Connector/J", "3.5.11"),
    PGBOUNCER("PgBouncer", "1.25"),
    PROXYSQL("ProxySQL", "3.0"),
    PGPOOL("Pgpool-II", "4.6"),
    HAPROXY("HAProxy", "3.2"),
    NGINX("nginx", "1.29"),
    /// A cloud's, run by the provider: it has settings but no version that anybody sees.
    LOAD_BALANCER("load balancer", ""),
    POSTGRESQL("PostgreSQL", "18.6"),
    /// A server that a cloud runs: what the provider decides around PostgreSQL or MySQL.
    MANAGED_DATABASE("managed database", ""),
    RDS_PROXY("RDS Proxy", ""),
    PATRONI("Patroni", "4.1"),
    MYSQL("MySQL", "8.4"),
    MARIADB("MariaDB", "11.8"),
    JAVA("Java", "25"),
    COMPOSE("Docker Compose", "2.40"),
    KUBERNETES("Kubernetes", "1.34"),
    CLOUD_NATIVE_PG("CloudNativePG", "1.29");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record that copies its list
    private final Version newest;

    Product(String title, String newest) {
        this.title = title;
        this.newest = Version.of(newest);
    }

    public String title() {
        return title;
    }

    /// Products that went on from this one and take most of its settings.
    public List<Product> forks() {
        return this == MYSQL ? List.of(MARIADB) : List.of();
    }

    public Version newest() {
        return newest;
    }
}
