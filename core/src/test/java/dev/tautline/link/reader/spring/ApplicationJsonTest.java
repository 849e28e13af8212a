package dev.tautline.link.reader.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationJsonTest {
    private static final String JSON = "{\"spring\":{\"datasource\":{\"hikari\":{\"maximum-pool-size\":21}}}}";
    private static final String SERVICE = """
        services:
          app:
            build: .
            environment:
              SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "9"
              SPRING_APPLICATION_JSON: %s
        """;

    @TempDir
    private Path folder;

    private Client client(Map<String, String> environment) {
        var link = new ConfigurationReader(environment, Optional.empty())
                .read(List.of(folder), List.of())
                .link();
        assertThat(link.clients()).hasSize(1);
        return link.clients().getFirst();
    }

    private ApplicationJsonTest file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    private ApplicationJsonTest application() throws IOException {
        return file("application.yml", """
            spring.datasource:
              url: jdbc:postgresql://db/shop
              hikari.maximum-pool-size: 5
            """);
    }

    private static Setting.Known<Integer> size(Client client) {
        return client.get(HikariKeys.MAXIMUM_POOL_SIZE).known().orElseThrow();
    }

    @Test
    void countsMoreThanVariablesAndFilesAndKeepsItsPlace() throws IOException {
        var size = size(application()
                .file("compose.yaml", SERVICE.formatted("'" + JSON + "'"))
                .client(Map.of()));

        assertThat(size.value()).isEqualTo(21);
        assertThat(size.origin()).hasToString(folder.resolve("compose.yaml") + ":6:88");
    }

    /// Spring Boot's order: what stands behind the program, this, `-D`, variables, files.
    @ParameterizedTest
    @CsvSource({"--, 7", "-D, 21"})
    void onlyWhatStandsBehindTheProgramCountsMore(String kind, int expected) throws IOException {
        var command = "      command: java -jar app.jar " + kind + "spring.datasource.hikari.maximum-pool-size=7\n";
        var size = size(application()
                .file(
                        "compose.yaml",
                        SERVICE.formatted("'" + JSON + "'")
                                .replace("    build: .\n", "    build: .\n" + command.substring(2)))
                .client(Map.of()));

        assertThat(size.value()).isEqualTo(expected);
    }

    @Test
    void severalLinesAreReadFromTheLineBelow() throws IOException {
        var text = "|\n        {\"spring.datasource.hikari.maximum-pool-size\":\n         22}";
        var size =
                size(application().file("compose.yaml", SERVICE.formatted(text)).client(Map.of()));

        assertThat(size.value()).isEqualTo(22);
        assertThat(size.origin().toString()).contains("compose.yaml:8:");
    }

    @Test
    void mayChooseTheProfile() throws IOException {
        var json = "'{\"spring.profiles.active\": \"prod\"}'";
        file("application-prod.yml", "spring.datasource.hikari.minimum-idle: 3\n");

        assertThat(application()
                        .file("compose.yaml", SERVICE.formatted(json))
                        .client(Map.of())
                        .profile()
                        .names())
                .containsExactly("prod");
    }

    @Test
    void isReadFromTheEnvironmentOfWhoeverAsks() throws IOException {
        var size = size(application().client(Map.of("SPRING_APPLICATION_JSON", JSON)));

        assertThat(size.value()).isEqualTo(21);
        assertThat(size.origin().toString()).contains("SPRING_APPLICATION_JSON");
    }

    @Test
    void whereItIsNotSeenNothingIsADefault() throws IOException {
        var client = application()
                .file("compose.yaml", SERVICE.formatted("${JSON_OF_PRODUCTION}"))
                .client(Map.of());

        assertThat(client.get(HikariKeys.MAX_LIFETIME).known()).isEmpty();
    }

    @Test
    void aTextThatIsNoJsonChangesNothing() throws IOException {
        assertThat(size(application()
                                .file("compose.yaml", SERVICE.formatted("'[1, {'"))
                                .client(Map.of()))
                        .value())
                .isEqualTo(9);
    }

    @Test
    void anOptionOnTheCommandLineNamesAFurtherLocation() throws IOException {
        file("orders.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: tuning}
            data:
              tuned.properties: |
                spring.datasource.hikari.maximum-pool-size=23
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              template:
                spec:
                  containers:
                    - name: %s
                      args: ["--spring.config.additional-location=file:/tuning/tuned.properties"]
                      volumeMounts: [{name: tuning, mountPath: /tuning}]
                  volumes: [{name: tuning, configMap: {name: tuning}}]
            """.formatted(folder.getFileName()));

        assertThat(size(application().client(Map.of())).value()).isEqualTo(23);
    }
}
