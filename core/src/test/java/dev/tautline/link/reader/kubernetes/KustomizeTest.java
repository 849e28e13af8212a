package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Stage;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeTest {
    private static final String BASE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: orders
            spec:
              replicas: 1
              template:
                metadata: {labels: {app: orders}}
                spec:
                  containers:
                    - name: app
                      image: shop/orders:dev
                      envFrom: [{configMapRef: {name: settings}}]
                      env:
                        - {name: DB_HOST, value: db}
                        - {name: DB_NAME, value: shop}
            """;

    @TempDir
    private Path folder;

    private Reading base() {
        return new Reading(folder)
                .file("base/kustomization.yaml", "resources: [orders.yaml]\n")
                .file("base/orders.yaml", BASE);
    }

    private static String value(Workload workload, String name) {
        return workload.variable(name).orElseThrow().value().text();
    }

    @Test
    void anOverlayIsASetWithAStageAndTheBaseAloneIsNone() {
        var reading = base().file("overlays/prod/kustomization.yaml", """
                        resources: [../../base]
                        namespace: shop
                        namePrefix: eu-
                        images: [{name: shop/orders, newTag: "1.4"}]
                        replicas: [{name: orders, count: 6}]
                        patches:
                          - path: patch.yaml
                        configMapGenerator:
                          - name: settings
                            literals: [POOL=12]
                            envs: [more.env]
                        """)
                .file("overlays/prod/more.env", "TIMEOUT=3\n")
                .file("overlays/prod/patch.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: orders}
                        spec:
                          template:
                            spec:
                              terminationGracePeriodSeconds: 45
                              containers:
                                - name: app
                                  env:
                                    - {name: DB_HOST, value: db-prod}
                        """)
                .file("overlays/dev/kustomization.yaml", "bases: [../../base]\n");
        var workloads = reading.link().platform().workloads();

        assertThat(workloads).extracting(Workload::name).containsExactlyInAnyOrder("orders", "eu-orders");
        var prod = reading.workload("eu-orders");
        assertThat(prod.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(prod.namespace()).isEqualTo("shop");
        assertThat(prod.instances().most()).contains(6);
        assertThat(prod.containers().getFirst().imageTag()).contains("1.4");
        assertThat(prod.get(KubernetesKeys.TERMINATION_GRACE_PERIOD_SECONDS).knownValue())
                .contains(Duration.ofSeconds(45));
        assertThat(value(prod, "DB_HOST")).isEqualTo("db-prod");
        assertThat(reading.told(prod.variable("DB_HOST").orElseThrow().value().origin()))
                .isEqualTo("overlays/prod/patch.yaml:11:38");
        assertThat(value(prod, "DB_NAME")).isEqualTo("shop");
        assertThat(value(prod, "POOL")).isEqualTo("12");
        assertThat(reading.told(prod.variable("TIMEOUT").orElseThrow().value().origin()))
                .isEqualTo("overlays/prod/more.env:1:9");
        assertThat(reading.workload("orders").stage()).isEqualTo(Stage.DEVELOPMENT);
        assertThat(value(reading.workload("orders"), "DB_HOST")).isEqualTo("db");
    }

    @Test
    void operationsOfAJsonPatchAreApplied() {
        var reading = base().file("overlay/kustomization.yaml", """
                resources: [../base]
                patches:
                  - target: {kind: Deployment, name: orders}
                    patch: |-
                      - op: replace
                        path: /spec/replicas
                        value: 4
                      - op: add
                        path: /spec/template/spec/containers/0/env/-
                        value: {name: ADDED, value: "yes"}
                      - op: remove
                        path: /spec/template/spec/containers/0/env/0
                """);
        var orders = reading.workload("orders");

        assertThat(orders.instances().most()).contains(4);
        assertThat(reading.told(orders.instances().read().getFirst().origin()))
                .isEqualTo("overlay/kustomization.yaml:7:16");
        assertThat(value(orders, "ADDED")).isEqualTo("yes");
        assertThat(orders.variable("DB_HOST")).isEmpty();
    }

    @Test
    void componentsChangeWhatTheyFindAndPatchesDelete() {
        var reading = base().file("parts/kustomization.yaml", """
                        apiVersion: kustomize.config.k8s.io/v1alpha1
                        kind: Component
                        patchesStrategicMerge:
                          - |-
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata: {name: orders}
                            spec: {replicas: null, template: {spec: {containers: [{name: app, env: [{name: DB_HOST, $patch: delete}]}]}}}
                        """)
                .file("overlay/kustomization.yaml", "resources: [../base]\ncomponents: [../parts]\n");
        var orders = reading.workload("orders");

        assertThat(reading.link().platform().workloads()).hasSize(1);
        assertThat(orders.instances().read()).isEmpty();
        assertThat(orders.variable("DB_HOST")).isEmpty();
        assertThat(value(orders, "DB_NAME")).isEqualTo("shop");
    }

    @Test
    void aGeneratedSecretIsMasked() {
        var stored =
                base().file("overlay/kustomization.yaml", """
                resources: [../base]
                secretGenerator:
                  - name: db
                    literals: ["password='hidden-word'"]
                """).link().platform().stored();

        assertThat(stored).extracting(StoredValues::kind).containsExactly(StoredValues.Kind.SECRET);
        assertThat(stored.getFirst().values())
                .extractingByKey("password")
                .extracting(value -> value.text())
                .isEqualTo("hidden-word");
        assertThat(stored.toString()).doesNotContain("hidden-word");
    }

    @Test
    void cyclesAndMissingFilesEnd() {
        var read = new Reading(folder)
                .file("a/kustomization.yaml", "resources: [../b, missing.yaml, https://example.com/x]\n")
                .file("b/kustomization.yaml", "resources: [../a]\npatches: [{path: nowhere.yaml}]\n")
                .file("c/kustomization.yaml", "resources: [../c, ../a, orders.yaml]\n")
                .file("c/orders.yaml", BASE)
                .file("d/kustomization.yaml", "resources: 7\nimages: {}\npatches: [[]]\nreplicas: [x]\n")
                .read();

        assertThat(read.problems()).isEmpty();
        assertThat(List.of(read)).isNotEmpty();
    }
}
