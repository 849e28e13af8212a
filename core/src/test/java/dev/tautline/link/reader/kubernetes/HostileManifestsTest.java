package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands in a manifest, reading ends soon and without an exception.
class HostileManifestsTest {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final List<String> SEEDS = List.of("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders, namespace: shop, labels: &labels {app: orders}}
            spec:
              replicas: 3
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}
              template:
                metadata: {labels: *labels}
                spec:
                  containers:
                    - name: app
                      image: shop/orders:1.2
                      envFrom: [{configMapRef: {name: orders}}, {secretRef: {name: db, optional: true}}]
                      env:
                        - {name: URL, value: "jdbc:postgresql://$(DB_HOST):5432/{{ name }}"}
                        - name: PW
                          valueFrom: {secretKeyRef: {name: db, key: password}}
                      livenessProbe: {httpGet: {path: /health, port: 8080}, timeoutSeconds: 1}
                      volumeMounts: [{name: c, mountPath: /etc/c, subPath: a}]
                  volumes: [{name: c, configMap: {name: orders}}]
            """, """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: ConfigMap
                metadata: {name: orders}
                data:
                  DB_HOST: db
                  postgresql.conf: |
                    max_connections = 60
                  application-prod.yml: |
                    spring.datasource.url: jdbc:postgresql://db/shop
              - apiVersion: v1
                kind: Secret
                metadata: {name: db}
                data: {password: c2VjcmV0}
              - apiVersion: v1
                kind: Service
                metadata: {name: db}
                spec: {selector: {app: pg}, ports: [{port: 5432, targetPort: pg}]}
            """, """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p}
            spec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 5432}]}]}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: orders, namespace: shop}
            spec: {scaleTargetRef: {kind: Deployment, name: orders}, maxReplicas: 9}
            """);

    @TempDir
    private Path folder;

    private void survives(String text) {
        assertTimeoutPreemptively(
                BOUND,
                () -> assertThatCode(
                                () -> new Reading(folder).file("x.yaml", text).read())
                        .as(text)
                        .doesNotThrowAnyException());
    }

    @Test
    void survivesABillionLaughs() {
        var bomb = new StringBuilder(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata:\n  a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("  a%d: &a%d [%s]\n"
                    .formatted(i, i, "*a%d,".formatted(i - 1).repeat(9)));
        }
        survives(bomb.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: List\nitems: &i [*i]\n",
                "apiVersion: v1\nkind: Pod\nmetadata: &m {name: x, <<: *m}\nspec: *m\n",
                "apiVersion: v1\nkind: Pod\nspec: &s\n  containers:\n    - *s\n",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: ../../../etc/passwd}\nspec: 7\n",
                "apiVersion: v1\nkind: ConfigMap\ndata: {\"../../x.conf\": \"a\", \"\\0.conf\": b, pg_hba.conf: null}\n",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  postgresql.conf: |9\n",
                "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 99999999999999999999}\n",
                "apiVersion: v1\nkind: Deployment\nspec: {replicas: 2147483647, strategy: {rollingUpdate: {maxSurge: 999999999%}}}\n",
                "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 999999999, strategy: {rollingUpdate: {maxSurge: 999999999%}}}\n",
                "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: [1], b: {c: d}, c: !!binary aGk=}\n",
                "apiVersion: v1\r\nkind: Pod\r\n",
                "apiVersion: v1\nkind: Pod\n\u0000",
            })
    void survivesWhatNobodyShouldWrite(String text) {
        survives(text);
    }

    @Test
    void survivesDeepNesting() {
        survives("apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n");
    }

    @Test
    void survivesAHundredThousandObjects() {
        survives("apiVersion: v1\nkind: Service\nmetadata: {name: s}\n---\n".repeat(20_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesMutations(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            survives(mutated(SEEDS.get(random.nextInt(SEEDS.size())), random));
        }
    }

    private static String mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int i = random.nextInt(8); i >= 0; i--) {
            var at = random.nextInt(text.length());
            var until = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.insert(at, text.substring(at, until));
                case 2 -> text.setCharAt(at, "{}[]:&*|>-#\"'\n\t ${%\u00e9".charAt(random.nextInt(20)));
                case 3 -> text.setLength(Math.max(1, until));
                default -> throw new IllegalStateException();
            }
        }
        return text.toString();
    }

    @Test
    void theFilesBesideABrokenOneAreRead() {
        var read = new Reading(folder)
                .file("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: [\n")
                .file("b.yaml", SEEDS.getFirst())
                .read();

        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains("a.yaml")
                .contains("not YAML");
        assertThat(read.link().platform().workloads()).hasSize(1);
    }

    @Test
    void aTemplateIsNoProblem() {
        var read = new Reading(folder).file("t.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: {{ include "shop.fullname" . }}
                {{- if .Values.x }}
                spec: {}
                {{- end }}
                """).read();

        assertThat(read.problems()).isEmpty();
        assertThat(read.link().platform().names()).isEmpty();
    }
}
