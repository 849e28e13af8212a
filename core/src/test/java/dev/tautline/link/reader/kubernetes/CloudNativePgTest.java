package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.HbaLine;
import dev.tautline.link.Hop;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.settings.CloudNativePgKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudNativePgTest {
    private static final String CLUSTER = """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: shop-db, namespace: shop}
            spec:
              instances: 3
              imageName: ghcr.io/cloudnative-pg/postgresql:17.2
              postgresql:
                parameters:
                  max_connections: "200"
                pg_hba:
                  - hostssl all reporting 10.0.0.0/8 scram-sha-256
            ---
            apiVersion: postgresql.cnpg.io/v1
            kind: Pooler
            metadata: {name: shop-pooler, namespace: shop}
            spec:
              cluster: {name: shop-db}
              instances: 2
              type: rw
              pgbouncer:
                poolMode: transaction
                parameters: {default_pool_size: "25"}
            """;

    @TempDir
    private Path folder;

    @Test
    void aClusterIsAServerWithTheOperatorsDefaults() {
        var reading = new Reading(folder).file("db.yaml", CLUSTER);
        var server = reading.link().servers().getFirst();

        assertThat(server.names()).contains("shop-db-rw", "shop-db-ro.shop", "shop-db-r.shop.svc.cluster.local");
        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(200);
        assertThat(reading.told(server.get(PostgresKeys.MAX_CONNECTIONS)
                        .known()
                        .orElseThrow()
                        .origin()))
                .isEqualTo("db.yaml:9:25");
        assertThat(server.settings().versions().of(Product.POSTGRESQL)).hasToString("17.2");
        assertThat(server.get(CloudNativePgKeys.INSTANCES).knownValue()).contains(3);
        assertThat(server.get(CloudNativePgKeys.BACKUP).known()).isEmpty();
        assertThat(server.hba().orElseThrow().lines()).extracting(HbaLine::type).containsExactly("hostssl", "host");
    }

    @Test
    void theOperatorsDefaultsGiveWayToTheClusterAndItsOwnValuesDoNot() {
        var server = new Reading(folder)
                .file("db.yaml", CLUSTER.replace("max_connections: \"200\"", """
                        max_worker_processes: "12"
                              ssl: "off"\
                        """))
                .link()
                .servers()
                .getFirst();

        assertThat(server.get(PostgresKeys.MAX_WORKER_PROCESSES).knownValue()).contains(12);
        assertThat(server.get(PostgresKeys.MAX_PARALLEL_WORKERS).knownValue()).contains(32);
        assertThat(server.get(PostgresKeys.WAL_LEVEL).knownValue()).contains("logical");
        assertThat(server.get(PostgresKeys.SSL).knownValue()).contains(true);
    }

    @Test
    void theLastRuleAsksForMd5BeforePostgres14() {
        assertThat(lastMethod(CLUSTER.replace(":17.2", ":13.22"))).isEqualTo("md5");
        assertThat(lastMethod(CLUSTER.replace(":17.2", ":14.0"))).isEqualTo("scram-sha-256");
        assertThat(lastMethod(CLUSTER.replace("imageName", "description"))).isEqualTo("scram-sha-256");
    }

    private String lastMethod(String cluster) {
        var server =
                new Reading(folder).file("db.yaml", cluster).link().servers().getFirst();
        return server.hba().orElseThrow().lines().getLast().method();
    }

    @Test
    void aPoolerHasTheOperatorsDefaults() {
        var pooler = new Reading(folder).file("db.yaml", CLUSTER).link().hops().getFirst();

        assertThat(pooler.get(PgBouncerKeys.CLIENT_TLS_SSLMODE).knownValue()).contains("prefer");
        assertThat(pooler.get(PgBouncerKeys.SERVER_TLS_SSLMODE).knownValue()).contains("verify-ca");
        assertThat(pooler.get(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS).knownValue())
                .contains("extra_float_digits,options");
        assertThat(pooler.get(PgBouncerKeys.LISTEN_ADDR).knownValue()).contains("*");
        assertThat(pooler.get(PgBouncerKeys.CLIENT_TLS_SSLMODE).chosen()).isEmpty();
    }

    @Test
    void aPoolersOwnIgnoredParametersComeAfterTheOperators() {
        var pooler = new Reading(folder)
                .file(
                        "db.yaml",
                        CLUSTER.replace(
                                "default_pool_size: \"25\"",
                                "client_tls_sslmode: require, ignore_startup_parameters: search_path"))
                .link()
                .hops()
                .getFirst();

        assertThat(pooler.get(PgBouncerKeys.CLIENT_TLS_SSLMODE).knownValue()).contains("require");
        assertThat(pooler.get(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS).knownValue())
                .contains("extra_float_digits,options,search_path");
    }

    @Test
    void aPoolerIsAHopToTheClustersService() {
        var link = new Reading(folder)
                .file("db.yaml", CLUSTER)
                .file("orders/application.yml", "spring.datasource.url: jdbc:postgresql://shop-pooler.shop:5432/shop\n")
                .link();
        var route = Routes.of(link).getFirst();

        assertThat(route.hops()).extracting(Hop::name).containsExactly("shop-pooler");
        assertThat(route.servers()).extracting(Server::name).containsExactly("shop-db");
        var hop = route.hops().getFirst();
        assertThat(hop.get(PgBouncerKeys.POOL_MODE).knownValue()).contains("transaction");
        assertThat(hop.get(PgBouncerKeys.DEFAULT_POOL_SIZE).knownValue()).contains(25);
        assertThat(hop.workload().orElseThrow().instances().most()).contains(2);
    }
}
