package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsTest {
    @TempDir
    private Path folder;

    private Link link(String cluster, String url) {
        return new Reading(folder)
                .file("db.yaml", cluster)
                .file("application.yml", "spring.datasource.url: " + url + "\n")
                .link();
    }

    @Test
    void readsAClusterOfZalandosOperatorAndItsPooler() {
        var link = link("""
            apiVersion: acid.zalan.do/v1
            kind: postgresql
            metadata: {name: acid-shop, namespace: shop}
            spec:
              numberOfInstances: 2
              postgresql: {version: "17", parameters: {max_connections: "80"}}
              patroni:
                pg_hba:
                  - hostssl all all all scram-sha-256
              connectionPooler: {numberOfInstances: 3, mode: session, maxDBConnections: 40}
            """, "jdbc:postgresql://acid-shop-pooler.shop:5432/shop");
        var server = link.servers().getFirst();
        var route = Routes.of(link).getFirst();

        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).known().map(Setting.Known::value))
                .contains(80);
        assertThat(server.names()).contains("acid-shop.shop", "acid-shop-repl.shop.svc");
        assertThat(server.hba().orElseThrow().lines()).hasSize(1);
        assertThat(server.get(PostgresKeys.SSL)).isInstanceOf(Setting.Unresolved.class);
        assertThat(route.hops()).extracting(Hop::name).containsExactly("acid-shop-pooler");
        assertThat(route.servers()).extracting(Server::name).containsExactly("acid-shop");
        var pooler = route.hops().getFirst();
        assertThat(pooler.get(PgBouncerKeys.POOL_MODE).known().map(Setting.Known::value))
                .contains("session");
        // Each of the three pods has a third of 40; the rest of what stands there is the cluster's.
        assertThat(pooler.get(PgBouncerKeys.MAX_DB_CONNECTIONS).knownValue()).contains(13);
        assertThat(pooler.get(PgBouncerKeys.DEFAULT_POOL_SIZE).knownValue()).contains(6);
        assertThat(pooler.get(PgBouncerKeys.SERVER_LIFETIME)).isInstanceOf(Setting.Unresolved.class);
        assertThat(pooler.settings().strays()).isEmpty();
        assertThat(pooler.workload().orElseThrow().instances().most()).contains(3);
    }

    @Test
    void aSwitchTakesZalandosPoolerAway() {
        var link = link("""
            apiVersion: acid.zalan.do/v1
            kind: postgresql
            metadata: {name: acid-shop}
            spec:
              enableConnectionPooler: false
              connectionPooler: {mode: session}
            """, "jdbc:postgresql://acid-shop:5432/shop");

        assertThat(link.hops()).isEmpty();
        assertThat(link.servers()).hasSize(1);
    }

    @Test
    void readsAClusterOfCrunchysOperatorAndItsPooler() {
        var link = link("""
            apiVersion: postgres-operator.crunchydata.com/v1beta1
            kind: PostgresCluster
            metadata: {name: hippo}
            spec:
              postgresVersion: 16
              patroni:
                dynamicConfiguration: {postgresql: {parameters: {max_connections: 70}}}
              config: {parameters: {work_mem: 8MB}}
              proxy:
                pgBouncer: {replicas: 2, config: {global: {pool_mode: transaction}}}
            """, "jdbc:postgresql://hippo-pgbouncer:5432/shop");
        var server = link.servers().getFirst();
        var route = Routes.of(link).getFirst();

        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).known().map(Setting.Known::value))
                .contains(70);
        assertThat(server.get(PostgresKeys.WORK_MEM).chosen()).isPresent();
        assertThat(server.names()).contains("hippo-primary", "hippo-replicas", "hippo-ha");
        assertThat(route.servers()).containsExactly(server);
        assertThat(route.hops().getFirst().get(PgBouncerKeys.POOL_MODE).known().map(Setting.Known::value))
                .contains("transaction");
    }

    @Test
    void anObjectOfAnotherGroupIsNoCluster() {
        var link = link("""
            apiVersion: example.com/v1
            kind: PostgresCluster
            metadata: {name: hippo}
            spec: {postgresVersion: 16}
            """, "jdbc:postgresql://hippo:5432/shop");

        assertThat(link.servers()).isEmpty();
    }
}
