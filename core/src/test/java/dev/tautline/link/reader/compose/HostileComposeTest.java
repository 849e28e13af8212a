package dev.tautline.link.reader.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that nobody wrote in good faith, or that somebody only half wrote.
class HostileComposeTest {
    private static final String WELL_FORMED = """
            include: [{path: other.yml, env_file: x.env}]
            x-a: &a {environment: [A=1, "B=${X:-${Y:-z}}"]}
            services:
              orders:
                <<: *a
                build: {context: ., dockerfile: d/Dockerfile, target: run}
                extends: {service: db}
                env_file: [{path: .env}]
                command: "java -jar 'x y' --a=b"
                ports: ["127.0.0.1:1-3:1-3", {target: 1, published: 2}]
                networks: {n: {aliases: [a, b]}}
                depends_on: {db: {condition: service_healthy}}
              db:
                image: postgres:18@sha256:0
                volumes: [a:/b:ro, {type: bind, source: a, target: b}]
                healthcheck: {test: [CMD, x], interval: 1m}
                deploy: {replicas: 2, update_config: {order: start-first}}
            secrets: {s: {file: s.txt}}
            """;

    @TempDir
    private Path path;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [a, b]",
                "services: {a: null, b: 7, c: [x]}",
                "services: {a: {environment: 7, ports: {a: b}, volumes: x, networks: 9, depends_on: 3, build: []}}",
                "services: {a: {build: {context: \"a\\0b\", dockerfile: \"\\0\"}, env_file: \"\\0\", image: ${}}}",
                "services: {a: {build: ../../../../../../etc, env_file: /etc/passwd}}",
                "services: {a: {command: \"unclosed ' quote\", entrypoint: ${A:-${B:-${C}}}}}",
                "services: {a: {ports: [\"99999-1:2\", \"1:2:3:4:5\", \"::\", \"-\"], scale: -1}}",
                "services: {a: {extends: a}, b: {extends: {file: compose.yaml, service: b}}}",
                "include: [., .., compose.yaml, {path: [compose.yaml]}, 7]\nservices: {}",
            })
    void goesOnWithOtherFiles(String text) {
        var folder = new ComposeFolder(path)
                .with("compose.yaml", text)
                .with("good/compose.yaml", "services: {x: {image: y}}");

        assertThat(folder.read().link().platform().workloads())
                .extracting(Workload::name)
                .contains("x");
    }

    @Test
    void opensNoFileOfTheMachine() {
        var folder = new ComposeFolder(path).with("compose.yaml", """
                services:
                  a:
                    image: x
                    env_file: [/etc/os-release, ~/.profile]
                """);

        assertThat(folder.container("a").environment()).isEmpty();
    }

    @Test
    void followsNoLink() throws IOException {
        var folder = new ComposeFolder(path)
                .with("outside.txt", "A=1")
                .with("compose.yaml", "services: {a: {image: x, env_file: link.env}}");
        Files.createSymbolicLink(path.resolve("link.env"), path.resolve("outside.txt"));

        assertThat(folder.container("a").environment()).isEmpty();
    }

    @Test
    void doesNotGrowWithNestedDefaults() {
        var bomb = new StringBuilder("A0=xxxxxxxxxxxxxxxx\n");
        for (int i = 1; i < 64; i++) {
            bomb.append("A%d=${A%d}${A%d}${A%d}${A%d}\n".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        var folder = new ComposeFolder(path)
                .with(".env", bomb.toString())
                .with("compose.yaml", "services: {a: {image: x, environment: {A: \"${A63}\"}}}");

        assertThat(folder.service("a")
                        .variable("A")
                        .orElseThrow()
                        .value()
                        .text()
                        .length())
                .isLessThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesDamage(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var damaged = damaged(WELL_FORMED, random);
            new ComposeFolder(path)
                    .with("compose.yaml", damaged)
                    .with("Dockerfile", damaged)
                    .with(".env", damaged)
                    .read();
        }
        var folder = new ComposeFolder(path)
                .with("compose.yaml", WELL_FORMED)
                .with("Dockerfile", "FROM scratch")
                .with(".env", "");
        assertThat(folder.read().link().platform().workloads()).hasSize(2);
    }

    private static String damaged(String text, Random random) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(95) + 32);
        }
        return new String(bytes, 0, random.nextInt(bytes.length), StandardCharsets.US_ASCII);
    }
}
