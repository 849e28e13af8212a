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
