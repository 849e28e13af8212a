package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedConfigurationTest {
    private static final String CONFIG = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: orders-config}
        data:
          application.yml: |
            spring:
              datasource:
                hikari:
                  maximum-pool-size: 40
          application-prod.properties: |
            spring.datasource.hikari.minimum-idle=7
          more.yml: |
            spring.datasource.hikari.max-lifetime: 600000
        """;
    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders}
        spec:
          template:
            spec:
              containers:
                - name: orders
                  image: registry.example/orders:1
                  env: [%s]
                  volumeMounts: [{name: config, mountPath: %s}]
              volumes: [{name: config, configMap: {name: orders-config}}]
        """;
    private static final String PACKAGED = """
        spring:
          application.name: orders
          datasource:
            url: jdbc:postgresql://db/orders
            hikari: {maximum-pool-size: 5, connection-timeout: 2000}
        """;
    private static final String PACKAGED_FILE = "src/main/resources/application.yml";

    @TempDir
    private Path folder;

    private Reading reading(String variables, String path) {
        return new Reading(folder)
                .file("k8s/config.yaml", CONFIG)
                .file("k8s/orders.yaml", DEPLOYMENT.formatted(variables, path));
    }

    private static Client only(Reading reading) {
        assertThat(reading.read().problems()).isEmpty();
        assertThat(reading.link().clients()).hasSize(1);
        return reading.link().clients().getFirst();
    }

    private static Object value(Client client, SettingKey<?> key) {
        return client.get(key).known().map(known -> (Object) known.value()).orElse("not known");
    }

    @Test
    void aMountedFileCountsMoreThanThePackagedOneAndKeepsItsPlace() {
        var reading = reading("", "/config").file(PACKAGED_FILE, PACKAGED);
        var client = only(reading);
        var size = client.get(HikariKeys.MAXIMUM_POOL_SIZE).known().orElseThrow();

        assertThat(size.value()).isEqualTo(40);
        assertThat(reading.told(size.origin())).isEqualTo("k8s/config.yaml:9:30");
        assertThat(client.get(HikariKeys.CONNECTION_TIMEOUT).known().map(Setting.Known::isChosen))
                .contains(true);
    }

    @Test
    void aFileOfAProfileCountsOnlyUnderTheProfile() {
        var plain = only(reading("", "/app/config").file(PACKAGED_FILE, PACKAGED));
        var prod = only(reading("{name: SPRING_PROFILES_ACTIVE, value: prod}", "/app/config"));

        assertThat(value(plain, HikariKeys.MINIMUM_IDLE)).isNotEqualTo(7);
        assertThat(value(prod, HikariKeys.MINIMUM_IDLE)).isEqualTo(7);
        assertThat(prod.application().knownProfiles()).contains("prod");
    }

    @Test
    void aVariableCountsMoreThanAMountedFile() {
        var variable = "{name: SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, value: '12'}";

        assertThat(value(
                        only(reading(variable, "/config").file(PACKAGED_FILE, PACKAGED)), HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo(12);
    }

    @Test
    void aLocationWithoutTheClassPathHidesWhatIsPackaged() {
        var variables = "{name: SPRING_CONFIG_LOCATION, value: 'file:/etc/orders/'},"
                + "{name: SPRING_DATASOURCE_URL, value: 'jdbc:postgresql://db/orders'}";
        var client = only(reading(variables, "/etc/orders").file(PACKAGED_FILE, PACKAGED));

        assertThat(value(client, HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo(40);
        assertThat(client.get(HikariKeys.CONNECTION_TIMEOUT).known().map(Setting.Known::isChosen))
                .contains(false);
    }

    @Test
    void aLocationThatNamesAnotherFolderLeavesTheMountedFileUnread() {
        var variables = "{name: SPRING_CONFIG_LOCATION, value: 'classpath:/,file:/etc/other/'}";

        assertThat(value(
                        only(reading(variables, "/etc/orders").file(PACKAGED_FILE, PACKAGED)),
                        HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo(5);
    }

    @Test
    void aMountedFileOfAnotherNameCountsWhereItIsImported() {
        var imports = PACKAGED + "  config.import: optional:file:/etc/orders/more.yml\n";
        var without = only(reading("", "/etc/orders").file(PACKAGED_FILE, PACKAGED));
        var with = only(reading("", "/etc/orders").file(PACKAGED_FILE, imports));

        assertThat(without.get(HikariKeys.MAX_LIFETIME).known().map(Setting.Known::isChosen))
                .contains(false);
        assertThat(with.get(HikariKeys.MAX_LIFETIME).known().map(Setting.Known::isChosen))
                .contains(true);
    }

    @Test
    void aSubPathMountsOneFileAndItemsRenameKeys() {
        var single = DEPLOYMENT
                .formatted("", "/app/application.yml")
                .replace("mountPath: /app/application.yml", "mountPath: /app/application.yml, subPath: x/orders.yml")
                .replace(
                        "configMap: {name: orders-config}",
                        "configMap: {name: orders-config, items: [{key: more.yml, path: x/orders.yml}]}");
        var client = only(new Reading(folder)
                .file("k8s/config.yaml", CONFIG)
                .file("k8s/orders.yaml", single)
                .file(PACKAGED_FILE, PACKAGED));

        assertThat(value(client, HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo(5);
        assertThat(client.get(HikariKeys.MAX_LIFETIME).known().map(Setting.Known::isChosen))
                .contains(true);
    }

    @Test
    void withoutTheApplicationTheMountedFileIsTheClientAndTheRestIsUnknown() {
        var url = "{name: SPRING_DATASOURCE_URL, value: 'jdbc:postgresql://db/orders'}";
        var client = only(reading(url, "/config"));

        assertThat(client.service()).isEqualTo("orders");
        assertThat(client.workload()).isPresent();
        assertThat(value(client, HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo(40);
        assertThat(client.get(HikariKeys.CONNECTION_TIMEOUT).known()).isEmpty();
    }

    @Test
    void aGeneratedConfigMapHoldsTheFileThatItIsMadeOf() {
        var reading = new Reading(folder)
                .file("k8s/kustomization.yaml", """
                    resources: [orders.yaml]
                    configMapGenerator:
                      - name: orders-config
                        files: [application.yml=orders.yml]
                    """)
                .file("k8s/orders.yml", "spring.datasource.hikari.maximum-pool-size: 33\n")
                .file("k8s/orders.yaml", DEPLOYMENT.formatted("", "/config"))
                .file(PACKAGED_FILE, PACKAGED);
        var size = only(reading).get(HikariKeys.MAXIMUM_POOL_SIZE).known().orElseThrow();

        assertThat(size.value()).isEqualTo(33);
        assertThat(reading.told(size.origin())).isEqualTo("k8s/orders.yml:1:45");
    }
}
