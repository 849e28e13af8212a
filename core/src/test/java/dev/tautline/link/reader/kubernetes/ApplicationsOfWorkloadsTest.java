package dev.tautline.link.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationsOfWorkloadsTest {
    private static final String SERVICE = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s}
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: main
                  image: registry.example/team/%s:1
                  env:
                    - {name: %s, value: "jdbc:postgresql://db:5432/shop"}
                    - {name: SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, value: "7"}
        """;

    @TempDir
    private Path folder;

    @Test
    void theOnlyApplicationIsRunByTheOnlyServiceWhateverTheirNames() {
        var clients = new Reading(folder)
                .file("k8s/web.yaml", SERVICE.formatted("web", "backend-image", "SPRING_DATASOURCE_URL"))
                .file("src/main/resources/application.yml", "spring.application.name: checkout\n")
                .link()
                .clients();

        assertThat(clients).extracting(Client::service).containsExactly("checkout");
        assertThat(clients.getFirst().workload()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"POSTGRES_HOST, true", "MYSQL_PASSWORD, true", "PGHOST, true", "KEYCLOAK_ADMIN_PASSWORD, false"})
    void theOnlyServiceIsKnownByADatabasesVariable(String variable, boolean isKnown) {
        var clients = new Reading(folder)
                .file(
                        "k8s/web.yaml",
                        SERVICE.replace("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "GREETING")
                                .formatted("web", "backend-image", variable))
                .file("src/main/resources/application.yml", """
                    spring.application.name: checkout
                    spring.datasource.url: jdbc:postgresql://db.shop.example/shop
                    """)
                .link()
                .clients();

        assertThat(clients)
                .filteredOn(client -> client.service().equals("checkout"))
                .singleElement()
                .satisfies(client -> assertThat(client.workload().isPresent()).isEqualTo(isKnown));
    }

    @Test
    void ofTwoServicesNoneIsTakenForTheApplication() {
        var clients = new Reading(folder)
                .file("k8s/web.yaml", SERVICE.formatted("web", "a", "DB_URL"))
                .file("k8s/api.yaml", SERVICE.formatted("api", "b", "DB_URL"))
                .file("src/main/resources/application.yml", """
                    spring.application.name: checkout
                    spring.datasource.url: jdbc:postgresql://localhost/shop
                    """)
                .link()
                .clients();

        assertThat(clients)
                .filteredOn(client -> client.service().equals("checkout"))
                .singleElement()
                .satisfies(client -> assertThat(client.workload()).isEmpty());
    }

    @Test
    void composeMayCallTheOnlyServiceOtherwise() {
        var clients = new Reading(folder)
                .file("k8s/web.yaml", SERVICE.formatted("web", "backend-image", "SPRING_DATASOURCE_URL"))
                .file("compose.yaml", """
                    services:
                      app:
                        image: team/shop
                        environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://pg/shop"}
                      pg: {image: "postgres:18"}
                    """)
                .file("src/main/resources/application.yml", "spring.application.name: checkout\n")
                .link()
                .clients();

        assertThat(clients).extracting(Client::service).containsOnly("checkout");
        assertThat(clients)
                .extracting(client -> client.workload().orElseThrow().name())
                .containsExactlyInAnyOrder("web", "app");
    }
}
