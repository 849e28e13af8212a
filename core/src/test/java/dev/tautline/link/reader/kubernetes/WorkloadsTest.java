package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.HealthProbe;
import dev.tautline.link.Instances;
import dev.tautline.link.Mount;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadsTest {
    private static final String ORDERS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: orders
              namespace: shop
            spec:
              replicas: 5
              template:
                metadata:
                  labels: {app: orders}
                spec:
                  terminationGracePeriodSeconds: 20
                  dnsConfig:
                    options:
                      - name: ndots
                        value: "2"
                  containers:
                    - name: app
                      image: registry.shop.example/orders:1.4
                      ports:
                        - {name: http, containerPort: 8080}
                      livenessProbe:
                        httpGet: {path: /actuator/health/liveness, port: http}
                        timeoutSeconds: 3
                      resources:
                        limits: {cpu: 500m}
                      volumeMounts:
                        - {name: scratch, mountPath: /tmp}
                        - {name: config, mountPath: /config, subPath: x}
                  volumes:
                    - {name: scratch, emptyDir: {}}
                    - name: config
                      configMap: {name: orders-config}
            """;

    @TempDir
    private Path folder;

    @Test
    void takesADatabaseThatIsCalledADemoForOne() {
        var read = new Reading(folder).file("k8s/orders.yaml", ORDERS.replace("name: orders\n", "name: demo-orders\n"));

        assertThat(read.workload("demo-orders").stage()).isEqualTo(Stage.DEVELOPMENT);
    }

    @Test
    void takesNoWorkloadForProductionByItsNameAlone() {
        var read = new Reading(folder).file("k8s/orders.yaml", ORDERS.replace("name: orders\n", "name: live-orders\n"));

        assertThat(read.workload("live-orders").stage()).isEqualTo(Stage.UNKNOWN);
    }

    @Test
    void readsADeploymentWithItsPlaces() {
        var orders = new Reading(folder).file("k8s/orders.yaml", ORDERS).workload("orders");

        assertThat(orders.kind()).isEqualTo(Workload.Kind.DEPLOYMENT);
        assertThat(orders.namespace()).isEqualTo("shop");
        assertThat(orders.labels()).containsEntry("app", "orders");
        assertThat(new Reading(folder).told(orders.origin())).isEqualTo("k8s/orders.yaml:4:9");
        assertThat(orders.get(KubernetesKeys.TERMINATION_GRACE_PERIOD_SECONDS).knownValue())
                .contains(Duration.ofSeconds(20));
        assertThat(orders.get(KubernetesKeys.NDOTS).knownValue()).contains(2);
        var container = orders.containers().getFirst();
        assertThat(container.imageName()).contains("orders");
        assertThat(container.imageTag()).contains("1.4");
        assertThat(container.get(KubernetesKeys.RESOURCES_LIMITS_CPU).knownValue())
                .contains("500m");
        assertThat(container.ports().getFirst().container().text()).isEqualTo("8080");
        assertThat(container.mounts())
                .extracting(Mount::kind)
                .containsExactly(Mount.Kind.TEMPORARY, Mount.Kind.STORED_VALUES);
        assertThat(container.mounts().getLast().isSubPath()).isTrue();
    }

    @Test
    void readsProbesWithTheDefaultsOfKubernetes() {
        var probe = new Reading(folder)
                .file("orders.yaml", ORDERS)
                .workload("orders")
                .containers()
                .getFirst()
                .probes()
                .getFirst();

        assertThat(probe.kind()).isEqualTo(HealthProbe.Kind.LIVENESS);
        assertThat(probe.how()).isEqualTo(HealthProbe.How.HTTP);
        assertThat(probe.what().text()).isEqualTo("/actuator/health/liveness");
        assertThat(probe.get(KubernetesKeys.LIVENESS_TIMEOUT).chosen().map(Setting.Known::value))
                .contains(Duration.ofSeconds(3));
        assertThat(probe.get(KubernetesKeys.LIVENESS_PERIOD).knownValue()).contains(Duration.ofSeconds(10));
        assertThat(probe.get(KubernetesKeys.LIVENESS_PERIOD).chosen()).isEmpty();
    }

    /// A quarter, rounded up, unless the strategy says otherwise.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 5|5|2",
                "replicas: 4|4|1",
                "replicas: 0|0|0",
                "paused: false|1|1",
                "{replicas: 3, strategy: {type: Recreate}}|3|0",
                "{replicas: 3, strategy: {rollingUpdate: {maxSurge: 100%}}}|3|3",
                "{replicas: 3, strategy: {rollingUpdate: {maxSurge: 0}}}|3|0",
            })
    void countsCopiesAndThoseOfAnUpdate(String spec, int most, int surge) {
        var block = spec.startsWith("{") ? "spec: " + spec : "spec:\n  " + spec;
        var instances = new Reading(folder)
                .file("d.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n" + block + "\n")
                .workload("d")
                .instances();

        assertThat(instances.most()).contains(most);
        assertThat(instances.surge()).isEqualTo(surge);
    }

    @Test
    void anAutoscalersMaximumCounts() {
        var instances = new Reading(folder)
                .file("orders.yaml", ORDERS)
                .file("hpa.yaml", """
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata: {name: orders, namespace: shop}
                        spec:
                          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders}
                          maxReplicas: 12
                        """)
                .workload("orders")
                .instances();

        assertThat(instances.most()).contains(12);
        assertThat(instances.surge()).isEqualTo(3);
        assertThat(instances.read())
                .extracting(written -> new Reading(folder).told(written.origin()))
                .containsExactly("hpa.yaml:6:16");
    }

    @Test
    void kedaMayStartAHundredUnlessItSaysOtherwise() {
        var reading = new Reading(folder).file("orders.yaml", ORDERS).file("keda.yaml", """
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                metadata: {name: orders, namespace: shop}
                spec:
                  scaleTargetRef: {name: orders}
                """);

        assertThat(reading.workload("orders").instances().most()).contains(100);
    }

    @Test
    void theNumberOfPodsOfADaemonSetIsUnknownAndThatOfATemplateToo() {
        var reading = new Reading(folder).file("all.yaml", """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: apps/v1
                    kind: DaemonSet
                    metadata: {name: agent}
                    spec: {template: {spec: {containers: [{name: a}]}}}
                  - apiVersion: apps/v1
                    kind: StatefulSet
                    metadata: {name: worker}
                    spec: {replicas: "${REPLICAS}"}
                  - apiVersion: batch/v1
                    kind: CronJob
                    metadata: {name: night}
                    spec: {jobTemplate: {spec: {parallelism: 4, template: {spec: {containers: [{name: n}]}}}}}
                """);

        assertThat(reading.workload("agent").instances())
                .isEqualTo(new Instances(java.util.Optional.empty(), 0, java.util.List.of()));
        assertThat(reading.workload("worker").instances().most()).isEmpty();
        assertThat(reading.workload("night").instances().most()).contains(4);
        assertThat(reading.workload("night").containers()).hasSize(1);
    }

    @Test
    void foldersNamedForAStageAreSetsOfTheirOwn() {
        var reading = new Reading(folder)
                .file("k8s/prod/orders.yaml", ORDERS)
                .file("k8s/dev/orders.yaml", ORDERS.replace("replicas: 5", "replicas: 1"));

        var workloads = reading.link().platform().workloads();
        assertThat(workloads).extracting(Workload::stage).containsExactly(Stage.DEVELOPMENT, Stage.PRODUCTION);
        assertThat(workloads).extracting(Workload::unit).doesNotHaveDuplicates();
    }

    @Test
    void theNamespaceTellsTheStage() {
        var reading =
                new Reading(folder).file("orders.yaml", ORDERS.replace("namespace: shop", "namespace: shop-prod"));

        assertThat(reading.workload("orders").stage()).isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void sidecarsThatStayAreContainersAndPreparationsAreNot() {
        var pod = new Reading(folder).file("pod.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  initContainers:
                    - name: wait
                    - {name: proxy, restartPolicy: Always}
                  containers:
                    - name: app
                """).workload("p");

        assertThat(pod.containers()).extracting(container -> container.name()).containsExactly("app", "proxy");
    }
}
