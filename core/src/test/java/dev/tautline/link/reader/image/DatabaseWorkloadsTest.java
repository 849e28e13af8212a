package dev.tautline.link.reader.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Link;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseWorkloadsTest {
    @TempDir
    private Path folder;

    @Test
    void makesAServerOfImageAndCommand() {
        write("compose.yaml", """
            services:
              db:
                image: postgres:17.2-alpine
                command: postgres -c max_connections=250 --shared-buffers=1GB -p 5433
            """);

        var server = onlyServer();

        assertThat(server.product()).isEqualTo(Product.POSTGRESQL);
        assertThat(server.settings().versions().of(Product.POSTGRESQL)).isEqualTo(Version.of("17.2"));
        assertThat(server.names()).containsExactly("db");
        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(250);
        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS)
                        .known()
                        .orElseThrow()
                        .origin())
                .hasToString(folder.resolve("compose.yaml") + ":4:42");
        assertThat(server.get(PostgresKeys.PORT).knownValue()).contains(5433);
        assertThat(server.get(PostgresKeys.LISTEN_ADDRESSES).knownValue()).contains("*");
    }

    @Test
    void takesTheMountedFileAndPutsTheCommandOverIt() {
        write("compose.yaml", """
            services:
              db:
                image: postgres:17
                command: [postgres, -c, config_file=/etc/postgresql.conf, -c, max_connections=300]
                volumes: ["./conf/postgresql.conf:/etc/postgresql.conf"]
            """);
        write("conf/postgresql.conf", "max_connections = 100\nwork_mem = 8MB\n");

        var server = onlyServer();

        assertThat(server.name()).isEqualTo("db");
        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(300);
        assertThat(server.get(PostgresKeys.WORK_MEM).chosen()).isPresent();
    }

    @Test
    void readsMySql() {
        write("compose.yaml", """
            services:
              db:
                image: mysql:8.4
                command: --max-connections=500 --wait_timeout=60
            """);

        var server = onlyServer();

        assertThat(server.product()).isEqualTo(Product.MYSQL);
        assertThat(server.get(MySqlKeys.MAX_CONNECTIONS).knownValue()).contains(500);
    }

    @ParameterizedTest
    @CsvSource({
        "postgis/postgis:16-3.4, 16",
        "timescale/timescaledb:2.17.2-pg15, 15",
        "pgvector/pgvector:0.8.0-pg17, 17",
        "docker.io/bitnami/postgresql:14.5.0-debian-11-r6, 14.5.0",
        "registry.example.com:5000/db/postgres:13@sha256:abc, 13",
    })
    void readsTheVersionOffTheTag(String image, String version) {
        write("compose.yaml", "services: {db: {image: '" + image + "'}}");

        assertThat(onlyServer().settings().versions().of(Product.POSTGRESQL)).isEqualTo(Version.of(version));
    }

    /// Before 1.21 nothing keeps prepared statements, whatever a file says.
    @ParameterizedTest
    @CsvSource({
        "edoburu/pgbouncer:v1.20.1-p0, 1.20.1",
        "ghcr.io/cloudnative-pg/pgbouncer:1.24.1, 1.24.1",
        "acme/pg-pgbouncer:1.22.0, 1.22.0",
    })
    void readsTheVersionOfAPoolerThatMountsItsFile(String image, String version) {
        write("pgbouncer.ini", """
            [databases]
            * = host=db
            [pgbouncer]
            pool_mode = transaction
            """);
        write("compose.yaml", """
            services:
              pool:
                image: %s
                volumes: ["./pgbouncer.ini:/etc/pgbouncer/pgbouncer.ini"]
            """.formatted(image));

        var hop = read().hops().getFirst();

        assertThat(hop.settings().versions().of(Product.PGBOUNCER).numbers())
                .startsWith(Version.of(version).numbers().toArray(Integer[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "edoburu/pgbouncer:v1.23.1, '{DB_HOST: db, POOL_MODE: transaction, DEFAULT_POOL_SIZE: 15}', *, 5432",
        "edoburu/pgbouncer, '{DATABASE_URL: postgres://u:p@db/shop, POOL_MODE: transaction, DEFAULT_POOL_SIZE: 15}',"
                + " shop, 5432",
        "bitnami/pgbouncer:1, '{POSTGRESQL_HOST: db, PGBOUNCER_DATABASE: shop, PGBOUNCER_POOL_MODE: transaction,"
                + " PGBOUNCER_DEFAULT_POOL_SIZE: 15}', shop, 6432",
        "pgbouncer/pgbouncer, '{DATABASES_HOST: db, PGBOUNCER_POOL_MODE: transaction, PGBOUNCER_DEFAULT_POOL_SIZE:"
                + " 15}', *, 6432",
    })
    void makesAPoolerOfItsVariables(String image, String environment, String database, int port) {
        write("compose.yaml", """
            services:
              pool:
                image: %s
                environment: %s
              db:
                image: postgres:18
            """.formatted(image, environment));

        var hop = read().hops().getFirst();

        assertThat(hop.kind()).isEqualTo(Hop.Kind.POOLER);
        assertThat(hop.names()).containsExactly("pool");
        assertThat(hop.ports()).containsExactly(port);
        assertThat(hop.targets()).extracting(HopTarget::name).containsExactly(database);
        assertThat(hop.targets())
                .extracting(target -> target.address().map(HostPort::toString))
                .containsExactly(Optional.of("db:5432"));
        assertThat(hop.get(PgBouncerKeys.POOL_MODE).knownValue()).contains("transaction");
        assertThat(hop.get(PgBouncerKeys.DEFAULT_POOL_SIZE).knownValue()).contains(15);
    }

    @Test
    void leadsAClientThroughThePoolerToTheServerOfItsOwnProject() {
        write("a/compose.yaml", """
            services:
              orders:
                image: shop/orders
                environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://pool/shop"}
              pool:
                image: edoburu/pgbouncer
                environment: {DB_HOST: db}
              db: {image: "postgres:16"}
            """);
        write("a/orders/application.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");
        write(
                "b/compose.yaml",
                "services: {db: {image: 'postgres:12'}, pool: {image: edoburu/pgbouncer, environment: {DB_HOST: db}}}");

        var routes = Routes.of(read());

        assertThat(routes).hasSize(1);
        assertThat(routes.getFirst().hops()).extracting(Hop::name).containsExactly("pool");
        assertThat(routes.getFirst().servers())
                .extracting(server -> server.settings().versions().of(Product.POSTGRESQL))
                .containsExactly(Version.of("16"));
    }

    @Test
    void leadsAClientThatIsRunByHandToWhatPublishesThePort() {
        write("compose.yaml", """
            services:
              db: {image: "postgres:18", ports: ["5433:5432"]}
              old: {image: "postgres:12", ports: ["5434:5432", "5435:5432"]}
              older: {image: "postgres:11", ports: ["5435:5432"]}
            """);
        write("app/application.yml", "spring.datasource.url: jdbc:postgresql://localhost:5433/shop\n");
        write("two/application.yml", "spring.datasource.url: jdbc:postgresql://localhost:5435/shop\n");
        write("none/application.yml", "spring.datasource.url: jdbc:postgresql://localhost:5432/shop\n");

        assertThat(Routes.of(read()))
                .filteredOn(route -> !route.servers().isEmpty())
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.client().service()).isEqualTo("app");
                    assertThat(route.servers()).extracting(Server::name).containsExactly("db");
                    assertThat(route.isCertain()).isTrue();
                });
    }

    private Server onlyServer() {
        assertThat(read().servers()).hasSize(1);
        return read().servers().getFirst();
    }

    private Link read() {
        return new ConfigurationReader(Map.of(), Optional.empty())
                .read(List.of(folder), List.of())
                .link();
    }

    private void write(String name, String text) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
