package dev.tautline.link.reader.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Instances;
import dev.tautline.link.Mount;
import dev.tautline.link.Port;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.ComposeKeys;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFormatTest {
    @TempDir
    private Path path;

    private ComposeFolder folder = new ComposeFolder(Path.of(""));

    @BeforeEach
    void useTheFolder() {
        folder = new ComposeFolder(path);
    }

    @Test
    void readsVariablesInBothForms() {
        folder.with("compose.yaml", """
            services:
              orders:
                image: shop/orders
                environment:
                  - DB_HOST=db
                  - "DB_USER=orders"
              till:
                image: shop/till
                environment:
                  DB_HOST: db
            """);

        assertThat(folder.variable("orders", "DB_HOST")).isEqualTo("db at compose.yaml:5:17");
        assertThat(folder.variable("orders", "DB_USER")).isEqualTo("orders at compose.yaml:6:18");
        assertThat(folder.variable("till", "DB_HOST")).isEqualTo("db at compose.yaml:10:16");
    }

    @Test
    void replacesVariablesByTheirValuesAndDefaults() {
        folder.with(".env", "POOL=50\nEMPTY=\nexport QUOTED=\"a b\" # why\nTWICE=${POOL}${POOL}\n")
                .with("compose.yaml", """
                    services:
                      orders:
                        image: shop/orders
                        environment:
                          WHOLE: ${POOL}
                          PART: size-$POOL
                          DEFAULT: ${NOBODY:-7}
                          NESTED: ${NOBODY:-${POOL:-1}}
                          STRICT: ${EMPTY:-none}
                          LOOSE: ${EMPTY-none}
                          OTHER: ${POOL:+set}
                          DOLLAR: $$POOL
                          QUOTED: ${QUOTED}
                          TWICE: ${TWICE}
                          OPEN: jdbc:${NOBODY:?must be set}
                    """);

        assertThat(folder.variable("orders", "WHOLE")).isEqualTo("50 at .env:1:6");
        assertThat(folder.variable("orders", "PART")).isEqualTo("size-50 at compose.yaml:6:13");
        assertThat(folder.variable("orders", "DEFAULT")).isEqualTo("7 at compose.yaml:7:16");
        assertThat(folder.variable("orders", "NESTED")).startsWith("50 at");
        assertThat(folder.variable("orders", "STRICT")).startsWith("none at");
        assertThat(folder.variable("orders", "LOOSE")).startsWith(" at");
        assertThat(folder.variable("orders", "OTHER")).startsWith("set at");
        assertThat(folder.variable("orders", "DOLLAR")).startsWith("$POOL at");
        assertThat(folder.variable("orders", "QUOTED")).isEqualTo("a b at .env:3:16");
        assertThat(folder.variable("orders", "TWICE")).startsWith("5050 at .env:4:7");
        var open = folder.service("orders").variable("OPEN").orElseThrow().value();
        assertThat(open.text()).isEqualTo("jdbc:${NOBODY}");
        assertThat(open.unresolved()).containsExactly("NOBODY");
    }

    @Test
    void leavesWhatTheShellPassesOnUnresolved() {
        folder.with("compose.yaml", """
            services:
              orders:
                image: shop/orders
                environment:
                  - DB_PASSWORD
            """);

        assertThat(folder.service("orders")
                        .variable("DB_PASSWORD")
                        .orElseThrow()
                        .value()
                        .unresolved())
                .containsExactly("DB_PASSWORD");
    }

    @Test
    void putsTheEnvironmentOverItsFiles() {
        folder.with("db.env", "DB_HOST=old\nDB_PORT=5433\n").with("compose.yaml", """
            services:
              orders:
                image: shop/orders
                env_file: [db.env, {path: gone.env, required: false}]
                environment: {DB_HOST: db}
            """);

        assertThat(folder.variable("orders", "DB_HOST")).isEqualTo("db at compose.yaml:5:28");
        assertThat(folder.variable("orders", "DB_PORT")).isEqualTo("5433 at db.env:2:9");
    }

    @Test
    void laysTheOverrideOverTheBase() {
        folder.with("compose.yaml", """
            services:
              orders:
                image: shop/orders
                command: [serve, --slow]
                environment: [A=1, B=1]
                ports: ["8080:8080"]
                depends_on: [db]
              db:
                image: postgres:17
                ports: ["5432:5432"]
            """).with("compose.override.yaml", """
                services:
                  orders:
                    command: [serve]
                    environment: {B: "2"}
                    ports: ["8081:8081"]
                    depends_on: {db: {condition: service_healthy}}
                  db:
                    ports: !reset []
                """);

        var orders = folder.service("orders");

        assertThat(folder.variable("orders", "A")).isEqualTo("1 at compose.yaml:5:21");
        assertThat(folder.variable("orders", "B")).isEqualTo("2 at compose.override.yaml:4:23");
        assertThat(orders.containers().getFirst().command())
                .extracting(Written::text)
                .containsExactly("serve");
        assertThat(orders.containers().getFirst().ports()).hasSize(2);
        assertThat(orders.dependencies())
                .extracting(Workload.Dependency::condition)
                .containsExactly("service_healthy");
        assertThat(folder.container("db").ports()).isEmpty();
    }

    @Test
    void makesAProjectOfEachVariant() {
        folder.with("docker-compose.yml", """
            services:
              orders:
                image: shop/orders
                environment: {DB_HOST: db}
            """).with("docker-compose.prod.yml", """
                services:
                  orders:
                    environment: {DB_HOST: db.example.com}
                """);

        var workloads = folder.read().link().platform().workloads();

        assertThat(workloads).extracting(Workload::stage).containsExactly(Stage.LOCAL, Stage.PRODUCTION);
        assertThat(workloads)
                .extracting(workload ->
                        workload.variable("DB_HOST").orElseThrow().value().text())
                .containsExactly("db", "db.example.com");
    }

    @Test
    void leavesAFileThatNeedsNoOtherAlone() {
        folder.with("docker-compose.yml", "services: {db: {image: postgres, environment: [A=1]}}")
                .with("docker-compose.prod.yml", "services: {db: {image: postgres, environment: [B=2]}}");

        var alone = folder.read().link().platform().workloads().getLast();

        assertThat(alone.variable("A")).isEmpty();
        assertThat(alone.variable("B")).isPresent();
    }

    @Test
    void followsExtendsIncludesAnchorsAndMerges() {
        folder.with("common/base.yml", """
            services:
              java:
                image: eclipse-temurin:25
                environment: {TZ: UTC, LEVEL: info}
            """)
                .with("infra/compose.yaml", "services: {db: {image: postgres:18, env_file: db.env}}")
                .with("infra/db.env", "POSTGRES_DB=shop")
                .with("compose.yaml", """
                    include:
                      - infra/compose.yaml
                    x-limits: &limits
                      stop_grace_period: 1m30s
                    services:
                      orders:
                        <<: *limits
                        extends: {file: common/base.yml, service: java}
                        environment: {LEVEL: debug}
                    """);

        var orders = folder.service("orders");

        assertThat(folder.variable("orders", "TZ")).isEqualTo("UTC at common/base.yml:4:23");
        assertThat(folder.variable("orders", "LEVEL")).startsWith("debug at compose.yaml");
        assertThat(orders.get(ComposeKeys.STOP_GRACE_PERIOD).knownValue()).contains(Duration.ofSeconds(90));
        assertThat(folder.variable("db", "POSTGRES_DB")).isEqualTo("shop at infra/db.env:1:13");
    }

    @Test
    void endsAtACycle() {
        folder.with("compose.yaml", """
            include: [compose.yaml, other/compose.yaml]
            services:
              a: {extends: {service: b}, image: x}
              b: {extends: {service: a}, image: x}
            """)
                .with("other/compose.yaml", "include: [../compose.yaml]\nservices: {c: {image: y}}");

        assertThat(folder.read().link().platform().workloads())
                .extracting(Workload::name)
                .contains("a", "b", "c");
    }

    @Test
    void readsPortsInAllForms() {
        folder.with("compose.yaml", """
            services:
              db:
                image: postgres
                expose: [5433]
                ports:
                  - "5432"
                  - "15432:5432"
                  - "127.0.0.1:25432:5432/tcp"
                  - "[::1]:35432:5432"
                  - "8000-8001:9000-9001"
                  - "53:53/udp"
                  - "${DB_PORT}:5432"
                  - target: 5432
                    published: "45432"
                    host_ip: 10.0.0.1
            """);

        assertThat(folder.container("db").ports())
                .extracting(ComposeFormatTest::shown)
                .containsExactly(
                        "5432",
                        "*:15432:5432",
                        "127.0.0.1:25432:5432",
                        "::1:35432:5432",
                        "*:8000:9000",
                        "*:8001:9001",
                        "*:${DB_PORT}:5432",
                        "10.0.0.1:45432:5432",
                        "5433");
        assertThat(folder.place(folder.container("db")
                        .ports()
                        .get(1)
                        .published()
                        .orElseThrow()
                        .origin()
                        .toString()))
                .isEqualTo("compose.yaml:7:10");
    }

    private static String shown(Port port) {
        return port.published()
                        .map(published -> port.hostAddress().orElse("*") + ":" + published.text() + ":")
                        .orElse("")
                + port.container().text();
    }

    @Test
    void readsMounts() {
        folder.with("compose.yaml", """
            services:
              db:
                image: postgres
                tmpfs: /tmp
                volumes:
                  - data:/var/lib/postgresql/data
                  - ./postgresql.conf:/etc/postgresql/postgresql.conf:ro
                  - /anonymous
                  - {type: bind, source: ./init, target: /docker-entrypoint-initdb.d}
                secrets: [db_password]
            secrets:
              db_password: {file: db_password.txt}
            """).with("db_password.txt", "s3cret\n");

        assertThat(folder.container("db").mounts())
                .extracting(mount ->
                        mount.path() + " " + mount.kind() + " " + mount.source().orElse("-"))
                .containsExactly(
                        "/var/lib/postgresql/data VOLUME data",
                        "/etc/postgresql/postgresql.conf HOST_FOLDER ./postgresql.conf",
                        "/anonymous VOLUME -",
                        "/docker-entrypoint-initdb.d HOST_FOLDER ./init",
                        "/tmp TEMPORARY -",
                        "/run/secrets/db_password STORED_VALUES -");
        var stored = folder.read().link().platform().stored().getFirst();
        assertThat(stored.values().values()).extracting(Written::text).containsExactly("s3cret");
        assertThat(stored.toString()).doesNotContain("s3cret");
        assertThat(folder.container("db").mounts().getLast().kind()).isEqualTo(Mount.Kind.STORED_VALUES);
    }

    @Test
    void knowsTheNamesOfAService() {
        folder.with("compose.yaml", """
            services:
              orders:
                image: shop/orders
                links: ["db:database"]
                networks: [back, front]
                extra_hosts: ["erp.example.com:10.1.2.3"]
              db:
                image: postgres
                container_name: Shop-DB
                networks: {back: {aliases: [primary]}}
            networks:
              back: {}
              front: {external: true, name: edge}
            """);

        var platform = folder.read().link().platform();

        assertThat(platform.names().get(1).aliases()).containsExactlyInAnyOrder("db", "shop-db", "primary", "database");
        assertThat(platform.behind(platform.names().get(1)))
                .extracting(Workload::name)
                .containsExactly("db");
        assertThat(platform.names())
                .last()
                .extracting(PublishedName::aliases)
                .isEqualTo(java.util.Set.of("erp.example.com", "10.1.2.3"));
        assertThat(platform.workloads().getFirst().networks()).containsExactly("back", "external:edge");
    }

    @Test
    void countsInstances() {
        folder.with("compose.yaml", """
            services:
              one: {image: x}
              scaled: {image: x, scale: 3}
              rolled: {image: x, deploy: {replicas: 4, update_config: {order: start-first, parallelism: 2}}}
              everywhere: {image: x, deploy: {mode: global}}
              open: {image: x, deploy: {replicas: "${N}"}}
            """);

        assertThat(folder.read().link().platform().workloads())
                .extracting(Workload::instances)
                .extracting(Instances::most, Instances::surge)
                .extracting(Object::toString)
                .containsExactly(
                        "(Optional[1], 0)",
                        "(Optional[3], 0)",
                        "(Optional[4], 2)",
                        "(Optional.empty, 0)",
                        "(Optional.empty, 0)");
        assertThat(folder.service("rolled").stage()).isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void findsEachWordOfACommand() {
        folder.with("compose.yaml", """
            services:
              db:
                image: postgres
                command: >
                  postgres
                  -c max_connections=200
                  -c 'log_line_prefix=%m %u'
            """);

        var words = folder.container("db").command();

        assertThat(words)
                .extracting(Written::text)
                .containsExactly("postgres", "-c", "max_connections=200", "-c", "log_line_prefix=%m %u");
        assertThat(folder.place(words.get(2).origin().toString())).isEqualTo("compose.yaml:6:10");
    }

    @Test
    void readsTheDockerfile() {
        folder.with("compose.yaml", "services: {orders: {build: {context: .}}}").with("Dockerfile", """
            FROM maven:3 AS build
            COPY . .
            FROM eclipse-temurin:25
            ARG PORT=8080
            ENV JAVA_OPTS="-Xmx1g -Dsun.net.inetaddr.ttl=60" \\
                SERVER_PORT=$PORT
            COPY orders/target/orders.jar /app.jar
            ENTRYPOINT ["java", "-jar", "/app.jar"]
            CMD ["--spring.profiles.active=prod"]
            """);

        var container = folder.container("orders");

        assertThat(container.build()).contains("orders");
        assertThat(folder.variable("orders", "JAVA_OPTS"))
                .isEqualTo("-Xmx1g -Dsun.net.inetaddr.ttl=60 at Dockerfile:5:16");
        assertThat(folder.variable("orders", "SERVER_PORT")).startsWith("8080 at");
        assertThat(container.command())
                .extracting(Written::text)
                .containsExactly("java", "-jar", "/app.jar", "--spring.profiles.active=prod");
    }

    @Test
    void readsAHealthCheck() {
        folder.with("compose.yaml", """
            services:
              db:
                image: postgres
                healthcheck:
                  test: ["CMD-SHELL", "pg_isready -U shop"]
                  interval: 5s
              off: {image: x, healthcheck: {disable: true}}
            """);

        var probe = folder.container("db").probes().getFirst();

        assertThat(probe.what().text()).isEqualTo("pg_isready -U shop");
        assertThat(probe.get(ComposeKeys.HEALTHCHECK_INTERVAL).knownValue()).contains(Duration.ofSeconds(5));
        assertThat(probe.get(ComposeKeys.HEALTHCHECK_RETRIES).knownValue()).contains(3);
        assertThat(folder.container("off").probes()).isEqualTo(List.of());
    }

    @Test
    void configuresAnApplicationAsItsServiceRunsIt() {
        folder.with("compose.yaml", """
            services:
              orders:
                build: ./orders
                environment:
                  SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/shop
              db:
                image: postgres
            """).with("orders/application.yml", """
                spring.datasource.url: jdbc:postgresql://localhost/shop
                """);

        var client = folder.read().link().clients().getFirst();

        assertThat(client.url().orElseThrow().hosts().getFirst().host()).isEqualTo("db");
        assertThat(client.stage()).isEqualTo(Stage.LOCAL);
        assertThat(folder.place(client.urlText().origin().toString())).isEqualTo("compose.yaml:5:30");
    }

    @Test
    void readsServicesAtTheTopAsTheFirstVersionHadThem() {
        folder.with("docker-compose.yml", """
            orders:
              image: team/orders:1
              links: [db]
              environment: {POOL: "5"}
            db:
              image: postgres:9.6
            """);

        assertThat(folder.read().link().platform().workloads())
                .extracting(Workload::name)
                .containsExactlyInAnyOrder("orders", "db");
        assertThat(folder.variable("orders", "POOL")).isEqualTo("5 at docker-compose.yml:4:24");
    }
}
