package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Variable;
import dev.tautline.settings.Secret;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final String STORED = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: first}
            data:
              DB_HOST: db-a
              DB_NAME: shop
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: second}
            data:
              DB_HOST: db-b
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: shop-db}
            data:
              password: dG9wLXNlY3JldC13b3Jk
            stringData:
              url: jdbc:postgresql://db-a:5432/hidden-name
            """;

    @TempDir
    private Path folder;

    private List<Variable> environment(String container) {
        return reading(container).workload("p").containers().getFirst().environment();
    }

    private Reading reading(String container) {
        return new Reading(folder)
                .file("stored.yaml", STORED)
                .file(
                        "pod.yaml",
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: app\n"
                                + container.indent(6));
    }

    private static String inForce(List<Variable> environment, String name) {
        return environment.reversed().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .text();
    }

    @Test
    void theLastSourceWinsAndEnvWinsOverAllOfThem() {
        var environment = environment("""
                env:
                  - {name: DB_NAME, value: orders}
                envFrom:
                  - configMapRef: {name: first}
                  - configMapRef: {name: second}
                  - {prefix: OLD_, configMapRef: {name: first}}
                """);

        assertThat(inForce(environment, "DB_HOST")).isEqualTo("db-b");
        assertThat(inForce(environment, "DB_NAME")).isEqualTo("orders");
        assertThat(inForce(environment, "OLD_DB_HOST")).isEqualTo("db-a");
    }

    @Test
    void dependentVariablesAreReplacedWhereTheyStandFurtherUp() {
        var environment = environment("""
                envFrom:
                  - configMapRef: {name: first}
                env:
                  - {name: URL, value: "jdbc:postgresql://$(DB_HOST):5432/$(DB_NAME)"}
                  - {name: DOLLAR, value: "$$(DB_HOST)"}
                  - {name: EARLY, value: "$(LATE)"}
                  - {name: LATE, value: x}
                """);

        assertThat(inForce(environment, "URL")).isEqualTo("jdbc:postgresql://db-a:5432/shop");
        assertThat(inForce(environment, "DOLLAR")).isEqualTo("$(DB_HOST)");
        assertThat(inForce(environment, "EARLY")).isEqualTo("${LATE}");
        assertThat(environment)
                .filteredOn(variable -> !variable.value().isResolved())
                .extracting(Variable::name)
                .containsExactly("EARLY");
    }

    @Test
    void aReferenceLeadsToTheLineWhereTheValueStands() {
        var reading = reading("""
                env:
                  - name: DB_HOST
                    valueFrom: {configMapKeyRef: {name: first, key: DB_HOST}}
                  - name: PASSWORD
                    valueFrom: {secretKeyRef: {name: shop-db, key: password}}
                  - name: ELSEWHERE
                    valueFrom: {secretKeyRef: {name: other, key: password}}
                  - name: NODE
                    valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
                """);
        var environment = reading.workload("p").containers().getFirst().environment();

        assertThat(environment.getFirst().value().text()).isEqualTo("db-a");
        assertThat(reading.told(environment.getFirst().value().origin())).isEqualTo("stored.yaml:5:12");
        assertThat(environment.get(1).value().text()).isEqualTo("top-secret-word");
        assertThat(environment.get(1).value()).asString().contains(Secret.MASK).doesNotContain("top-secret-word");
        assertThat(environment.get(2).value().text()).isEqualTo("${secret other/password}");
        assertThat(environment.get(2).value().isResolved()).isFalse();
        assertThat(environment.get(3).value().isResolved()).isFalse();
    }

    @Test
    void aValueOfASecretIsNeverShownWhateverItIsUsedFor() {
        var reading = reading("""
                image: shop:1
                env:
                  - name: SPRING_DATASOURCE_URL
                    valueFrom: {secretKeyRef: {name: shop-db, key: url}}
                  - name: PW
                    valueFrom: {secretKeyRef: {name: shop-db, key: password}}
                  - {name: DSN, value: "user=shop key=$(PW)"}
                """).file("shop/application.yml", "spring.datasource.username: shop\n");
        var client = reading.link().clients().getFirst();

        assertThat(client.url()).isPresent();
        assertThat(client.urlText().shown()).isEqualTo(Secret.MASK);
        assertThat(reading.link().platform().toString()).doesNotContain("hidden-name", "top-secret-word");
        assertThat(List.of(client)).extracting(Client::urlText).asString().doesNotContain("hidden-name");
    }

    @Test
    void whatHelmFillsInIsUnresolved() {
        var environment = environment("""
                env:
                  - {name: URL, value: "jdbc:postgresql://{{ .Values.db.host }}:5432/shop"}
                """);

        assertThat(environment.getFirst().value().isResolved()).isFalse();
        assertThat(environment.getFirst().value().text())
                .isEqualTo("jdbc:postgresql://${template .Values.db.host}:5432/shop");
    }
}
