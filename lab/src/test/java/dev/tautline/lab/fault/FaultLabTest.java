package dev.tautline.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.fault.FaultEvent.Kind;
import dev.tautline.lab.fault.name.PublishedAddressChanged;
import dev.tautline.lab.fault.path.OnRoute;
import dev.tautline.lab.fault.server.NodeFrozen;
import dev.tautline.lab.fault.server.NodeStopped;
import dev.tautline.lab.fault.server.RoleConnectionLimit;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.SilentAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each fault as a database client sees it, and its healing. One cluster for all.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultLabTest {
    private static final String NAME = "db-1.lab";

    private Cluster cluster;
    private Routes routes;
    private Lab lab;

    @BeforeAll
    void start(@TempDir Path directory) throws UnknownHostException {
        cluster = Cluster.builder().start();
        routes = new Routes(HostsFile.create(directory.resolve("hosts")));
        routes.open(NAME, cluster.primary(), new InetSocketAddress(InetAddress.getByName("127.0.5.1"), 0));
        lab = new Lab(cluster, routes, new Application("shop", "postgres"), Surroundings.NONE, Clock.systemUTC());
        cluster.primary().execute("create role shop with login password 'shop'");
    }

    @AfterAll
    void close() {
        routes.close();
        cluster.close();
    }

    @Test
    void faultOnARouteReachesItsClients() throws SQLException {
        try (var _ = lab.inject(new OnRoute(NAME, new ProxyFault.AcceptThenSilence()))) {
            assertThatThrownBy(this::connect).hasStackTraceContaining("Read timed out");
        }
        assertWorks();
    }

    @Test
    void changedAddressIsPublishedAndTakenBack() throws UnknownHostException {
        var published = routes.hosts().address(NAME);
        var elsewhere = InetAddress.getByName("127.0.5.99");
        try (var _ = lab.inject(new PublishedAddressChanged(NAME, elsewhere))) {
            assertThat(routes.hosts().address(NAME)).contains(elsewhere);
        }
        assertThat(routes.hosts().address(NAME)).isEqualTo(published);
    }

    @Test
    void silentAddressLetsAClientsConnectTimeOut() throws UnknownHostException {
        var elsewhere = new InetSocketAddress(
                InetAddress.getByName("127.0.5.98"),
                routes.route(NAME).proxy().address().getPort());
        try (var silent = SilentAddress.open(elsewhere)) {
            assertThatThrownBy(() -> connect(silent.address())).hasStackTraceContaining("Connect timed out");
        }
        assertThatThrownBy(() -> connect(elsewhere)).hasStackTraceContaining("Connection refused");
    }

    @Test
    void stoppedNodeRefuses() throws SQLException {
        try (var _ = lab.inject(new NodeStopped("db-1", StopMode.FAST))) {
            assertThatThrownBy(this::connect).hasStackTraceContaining("Connection refused");
            assertThat(cluster.primary().isRunning()).isFalse();
        }
        assertWorks();
    }

    @Test
    void frozenNodeAcceptsButDoesNotAnswer() throws SQLException {
        try (var _ = lab.inject(new NodeFrozen("db-1"))) {
            assertThatThrownBy(this::connect).hasStackTraceContaining("Read timed out");
        }
        assertWorks();
    }

    @Test
    void connectionLimitRefusesTheRoleAndItsHealingRestoresTheFormerLimit() throws SQLException {
        cluster.primary().execute("alter role shop connection limit 17");
        try (var _ = lab.inject(new RoleConnectionLimit(0))) {
            assertThatThrownBy(this::connect)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("53300"));
        }
        assertThat(cluster.primary().query("select rolconnlimit from pg_roles where rolname = 'shop'"))
                .containsExactly("17");
        assertWorks();
    }

    @Test
    void everyInjectionAndHealingIsNoted() {
        var own = new Lab(cluster, routes, new Application("shop", "postgres"), Surroundings.NONE, Clock.systemUTC());
        var fault = new OnRoute(NAME, new ProxyFault.Refuse());
        own.inject(fault).close();
        assertThat(own.events()).extracting(FaultEvent::kind).containsExactly(Kind.INJECTED, Kind.HEALED);
        assertThat(own.events()).extracting(FaultEvent::fault).containsOnly(fault);
    }

    @Test
    void unknownRouteIsNamedWithThoseThatExist() {
        assertThatThrownBy(() -> lab.inject(new OnRoute("db-9.lab", new ProxyFault.Refuse())))
                .isInstanceOf(UnknownRoute.class)
                .hasMessageContainingAll("db-9.lab", NAME);
    }

    @Test
    void urlNamesPublishedNamesInOrder() {
        var port = routes.route(NAME).proxy().address().getPort();
        assertThat(routes.jdbcUrl("shop", NAME, NAME))
                .isEqualTo("jdbc:postgresql://db-1.lab:%d,db-1.lab:%d/shop", port, port);
    }

    private void assertWorks() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            assertThat(rows.next()).isTrue();
        }
    }

    private Connection connect() throws SQLException {
        return connect(routes.route(NAME).proxy().address());
    }

    private static Connection connect(InetSocketAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "shop");
        properties.setProperty("password", "shop");
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        properties.setProperty("sslmode", "disable");
        var url = "jdbc:postgresql://%s:%d/postgres"
                .formatted(address.getAddress().getHostAddress(), address.getPort());
        return DriverManager.getConnection(url, properties);
    }
}
