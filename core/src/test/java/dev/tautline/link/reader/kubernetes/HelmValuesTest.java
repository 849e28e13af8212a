package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.HealthProbe;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmValuesTest {
    private static final String VALUES = """
        replicaCount: 2
        image:
          repository: registry.example/team/orders
          tag: "1.4"
        autoscaling: {enabled: false, maxReplicas: 9}
        livenessProbe:
          httpGet: {path: /live, port: http}
        env:
          - {name: DB_HOST, value: localhost}
        """;
    private static final String PROD = """
        replicaCount: null
        autoscaling:
          enabled: true
        env:
          - name: SPRING_DATASOURCE_URL
            value: jdbc:postgresql://shop-db:5432/shop
          - name: SPRING_DATASOURCE_PASSWORD
            valueFrom: {secretKeyRef: {name: shop-db, key: password}}
        envVars:
          SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: 7
          SHOP_REGION: "{{ .Values.region }}"
        terminationGracePeriodSeconds: 45
        """;

    @TempDir
    private Path folder;

    private Reading reading;

    @BeforeEach
    void describesAChart() {
        reading = new Reading(folder).file("chart/Chart.yaml", "apiVersion: v2\nname: orders\nversion: 1.0.0\n");
    }

    private Workload only() {
        var workloads = reading.link().platform().workloads();
        assertThat(workloads).hasSize(1);
        return workloads.getFirst();
    }

    @Test
    void valuesOfAnEnvironmentLieOverThoseOfTheChart() {
        reading.file("chart/values.yaml", VALUES).file("chart/values-prod.yaml", PROD);
        var workload = only();

        assertThat(workload.name()).isEqualTo("orders");
        assertThat(workload.kind()).isEqualTo(Workload.Kind.DEPLOYMENT);
        assertThat(workload.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(workload.instances().most()).contains(9);
        assertThat(reading.told(workload.instances().read().getFirst().origin()))
                .isEqualTo("chart/values.yaml:5:44");
        assertThat(workload.variable("DB_HOST")).isEmpty();
        assertThat(workload.containers().getFirst().image().map(Written::text))
                .contains("registry.example/team/orders:1.4");
        assertThat(workload.containers().getFirst().probes())
                .extracting(HealthProbe::kind)
                .contains(HealthProbe.Kind.LIVENESS);
        assertThat(workload.get(KubernetesKeys.TERMINATION_GRACE_PERIOD_SECONDS)
                        .known()
                        .isPresent())
                .isTrue();
    }

    @Test
    void theEnvironmentIsAClientWithItsPlaces() {
        reading.file("chart/values.yaml", VALUES).file("chart/values/prod.yaml", PROD);
        var clients = reading.link().clients();

        assertThat(clients).extracting(Client::service).containsExactly("orders");
        assertThat(reading.told(clients.getFirst().urlText().origin())).isEqualTo("chart/values/prod.yaml:6:12");
        var environment = only().containers().getFirst();
        assertThat(environment
                        .variable("SPRING_DATASOURCE_PASSWORD")
                        .orElseThrow()
                        .value()
                        .text())
                .isEqualTo("${secret shop-db/password}");
        assertThat(environment.variable("SHOP_REGION").orElseThrow().value().isResolved())
                .isFalse();
    }

    @Test
    void theValuesOfTheChartStandAloneWhereNoEnvironmentHasItsOwn() {
        reading.file("chart/values.yaml", VALUES);

        assertThat(only().stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(only().instances().most()).contains(2);
    }

    @Test
    void whatTheTemplatesMayAddIsUnknown() {
        reading.file("chart/values.yaml", "image: team/orders:1\n");

        assertThat(only().instances().most()).isEmpty();
        assertThat(only().get(KubernetesKeys.TERMINATION_GRACE_PERIOD_SECONDS)).isInstanceOf(Setting.Unresolved.class);
        assertThat(only().variable("").orElseThrow().value().shown()).contains("the templates of chart orders");
    }

    @Test
    void templatesAreNotReadAndTellOnlyWhatTheyMake() {
        reading.file("chart/values.yaml", VALUES)
                .file("chart/templates/application.yaml", """
                    apiVersion: apps/v1
                    kind: StatefulSet
                    metadata:
                      name: {{ include "orders.fullname" . }}
                    {{- if .Values.x }}
                    """)
                .file("chart/templates/quoted.yaml", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: "{{ .Release.Name }}"}
                    """);

        assertThat(reading.read().problems()).isEmpty();
        assertThat(only().kind()).isEqualTo(Workload.Kind.DEPLOYMENT);
    }

    @Test
    void templatesTellWhatTheyWriteForTheContainersWithTheValuesFilledIn() {
        reading.file("chart/values.yaml", "image: team/orders:1\ndb:\n  host: db.shop.example\n  pool: 50\n")
                .file("chart/templates/application.yaml", """
                    {{- if .Values.enabled }}
                    apiVersion: apps/v1
                    kind: Deployment
                    spec:
                      template:
                        spec:
                          containers:
                            - name: orders
                              envFrom:
                                - configMapRef: {name: {{ include "orders.fullname" . }}}
                              env:
                                - name: DB_URL
                                  value: "jdbc:postgresql://{{ .Values.db.host }}:{{ .Values.db.port | default 5432 }}/{{ .Values.db.name }}"
                                - name: POOL
                                  value: {{ .Values.db.pool | quote }}
                                {{- if .Values.debug }}
                                - name: DEBUG
                                  value: "true"
                                {{- end }}
                    {{- end }}
                    """)
                .file("chart/templates/configmap.yaml", """
                    kind: ConfigMap
                    data:
                      POOL: "1"
                      CONNECT_TIMEOUT: {{ required "how long?" .Values.db.wait | quote }}
                    """);

        assertThat(variable("DB_URL"))
                .isEqualTo("jdbc:postgresql://db.shop.example:5432/${template .Values.db.name}"
                        + " at chart/templates/application.yaml:13:23");
        assertThat(variable("POOL")).isEqualTo("50 at chart/values.yaml:4:9");
        assertThat(variable("CONNECT_TIMEOUT")).startsWith("${template required");
        assertThat(only().variable("DEBUG")).isEmpty();
    }

    @Test
    void templatesTellTheImageAndWhereInTheValuesTheVariablesStand() {
        reading.file("chart/values.yaml", """
                    tag: 7
                    settings: {POOL: "50"}
                    more:
                      list:
                        - {name: DB_HOST, value: db.shop.example}
                    others: {DB_NAME: shop}
                    """).file("chart/templates/application.yaml", """
                    kind: Deployment
                    spec:
                      template:
                        spec:
                          containers:
                            - name: orders
                              image: "registry.example/orders:{{ .Values.tag }}"
                              env:
                                {{- range $name, $value := .Values.settings }}
                                - name: {{ $name }}
                                  value: {{ $value | quote }}
                                {{- end }}
                              env:
                                {{- toYaml .Values.more.list | nindent 12 }}
                              env:
                                {{- .Values.others | toYaml | nindent 12 }}
                    """);

        assertThat(only().containers().getFirst().imageName()).contains("orders");
        assertThat(variable("POOL")).isEqualTo("50 at chart/values.yaml:2:19");
        assertThat(variable("DB_HOST")).startsWith("db.shop.example at");
        assertThat(variable("DB_NAME")).startsWith("shop at");
    }

    @Test
    void ofTwoImagesNoneIsTakenForTheOneThatRuns() {
        reading.file("chart/values.yaml", "env: {POOL: 5}\n").file("chart/templates/application.yaml", """
                kind: Deployment
                        - image: team/orders:1
                        - image: team/proxy:{{ .Values.tag }}
                """);

        assertThat(reading.link().platform().workloads()).isEmpty();
    }

    @Test
    void whatSeveralTemplatesRunIsToldToNone() {
        var template = """
                kind: Deployment
                        - name: POOL
                          value: "5"
                {{ end }}
                """;
        reading.file("chart/values.yaml", "image: team/orders:1\n")
                .file("chart/templates/api.yaml", template)
                .file("chart/templates/worker.yaml", template);

        assertThat(only().variable("POOL")).isEmpty();
    }

    private String variable(String name) {
        var value = only().variable(name).orElseThrow().value();
        return value.text() + " at " + reading.told(value.origin());
    }

    @Test
    void aPartIsInstalledWithTheValuesOfTheWhole() {
        reading.file("chart/values-prod.yaml", "pay: {replicaCount: 6}\nmail: {enabled: false}\n")
                .file("chart/charts/pay/Chart.yaml", "name: pay\n")
                .file("chart/charts/pay/values.yaml", "image: team/pay:1\nreplicaCount: 1\n")
                .file("chart/charts/mail/Chart.yaml", "name: mail\n")
                .file("chart/charts/mail/values.yaml", "image: team/mail:1\n");

        assertThat(only().name()).isEqualTo("pay");
        assertThat(only().instances().most()).contains(6);
        assertThat(only().stage()).isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void theDatabaseOfAChartIsAServerWhoseNameOnlyAFullNameTells() {
        reading.file("chart/Chart.yaml", "name: shop\ndependencies:\n  - name: postgresql\n    version: 16.x.x\n")
                .file("chart/values.yaml", """
                    postgresql:
                      image: {tag: 16.4.0-debian-12-r0}
                      primary:
                        extendedConfiguration: |
                          # more than the default
                          max_connections = 60
                    """);
        var server = reading.link().servers().getFirst();

        assertThat(server.name()).isEqualTo("shop-postgresql");
        assertThat(server.names()).isEmpty();
        var most = server.get(PostgresKeys.MAX_CONNECTIONS).known().orElseThrow();
        assertThat(most.value()).isEqualTo(60);
        assertThat(reading.told(most.origin())).isEqualTo("chart/values.yaml:6:25");
        assertThat(server.get(PostgresKeys.SSL)).isInstanceOf(Setting.Unresolved.class);

        reading.file("chart/values-prod.yaml", "postgresql: {fullnameOverride: shop-db}\n");
        assertThat(reading.link().servers().getFirst().names()).contains("shop-db", "shop-db.default.svc");
    }

    @Test
    void theDatabasesOfAChartStandUnderTheirAliasesWithTheirOptions() {
        reading.file("chart/Chart.yaml", """
            name: shop
            dependencies:
              - {name: mysql, alias: orders-db, condition: databases.orders}
              - {name: mariadb, condition: mariadb.enabled}
            """).file("chart/values.yaml", """
                            databases: {orders: true}
                            orders-db:
                              fullnameOverride: orders-db
                              architecture: replication
                              auth: {database: orders, username: shop}
                              primary:
                                configuration: |-
                                  [mysqld]
                                  max_connections=70
                            mariadb: {enabled: false}
                            """);
        var servers = reading.link().servers();
        assertThat(servers).hasSize(1);
        var server = servers.getFirst();

        assertThat(server.product()).isEqualTo(Product.MYSQL);
        assertThat(server.names()).contains("orders-db-primary", "orders-db-secondary");
        var most = server.get(MySqlKeys.MAX_CONNECTIONS).known().orElseThrow();
        assertThat(most.value()).isEqualTo(70);
        assertThat(reading.told(most.origin())).isEqualTo("chart/values.yaml:9:23");
        var image = server.workload().flatMap(DatabaseImage::of).orElseThrow();
        assertThat(image.database().map(Written::text)).contains("orders");
        assertThat(image.user().map(Written::text)).contains("shop");
    }

    @Test
    void aPartIsInstalledOnceForEachAlias() {
        reading.file("chart/Chart.yaml", """
            name: shop
            dependencies:
              - {name: worker, alias: mailer}
              - {name: worker, alias: printer}
            """)
                .file("chart/values.yaml", "mailer: {replicaCount: 2}\nprinter: {replicaCount: 3}\n")
                .file("chart/charts/worker/Chart.yaml", "name: worker\n")
                .file("chart/charts/worker/values.yaml", "image: team/worker:1\nreplicaCount: 1\n");

        assertThat(reading.link().platform().workloads())
                .extracting(workload ->
                        workload.name() + " " + workload.instances().most().orElse(0))
                .containsExactlyInAnyOrder("mailer 2", "printer 3");
    }

    @Test
    void neitherALibraryNorAFolderWithoutAChartMakesAnything() {
        reading.file("chart/Chart.yaml", "name: common\ntype: library\n")
                .file("chart/values.yaml", VALUES)
                .file("other/values.yaml", VALUES);

        assertThat(reading.link().platform().workloads()).isEmpty();
    }

    @Test
    void valuesThatAnotherToolFillsInFirstAreNoProblem() {
        reading.file("chart/values.yaml", "image: {{ requiredEnv \"IMAGE\" }}:1\n{{ if .x }}\n");

        assertThat(reading.read().problems()).isEmpty();
        assertThat(reading.link().platform().workloads()).isEqualTo(List.of());
    }
}
