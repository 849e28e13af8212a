package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Workload;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFilesTest {
    private static final String POSTGRES = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: pg-config
            data:
              postgresql.conf: |
                # the shop
                max_connections = 60
              notes.txt: |
                max_connections = 1
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: pg}
            spec:
              template:
                metadata: {labels: {app: pg}}
                spec:
                  containers:
                    - name: postgres
                      volumeMounts: [{name: config, mountPath: /etc/postgresql}]
                  volumes: [{name: config, configMap: {name: pg-config}}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop-db}
            spec: {selector: {app: pg}, ports: [{port: 5432}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileInAConfigMapIsReadAtItsPlaceAndBelongsToWhatMountsIt() {
        var reading = new Reading(folder).file("db.yaml", POSTGRES);
        var server = reading.link().servers().getFirst();

        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).known().map(Setting.Known::value))
                .contains(60);
        assertThat(reading.told(server.get(PostgresKeys.MAX_CONNECTIONS)
                        .known()
                        .orElseThrow()
                        .origin()))
                .isEqualTo("db.yaml:8:23");
        assertThat(server.workload().map(Workload::name)).contains("pg");
        assertThat(server.names()).contains("shop-db", "shop-db.default.svc.cluster.local");
        assertThat(server.name()).isEqualTo("pg-config");
        assertThat(reading.link().servers()).hasSize(1);
    }

    @Test
    void aManifestInAConfigMapIsData() {
        var link = new Reading(folder).file("cm.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: templates}
                data:
                  pod.yaml: |
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: never-applied}
                """).link();

        assertThat(link.platform().workloads()).isEmpty();
    }
}
