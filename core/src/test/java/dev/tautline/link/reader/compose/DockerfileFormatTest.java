package dev.tautline.link.reader.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.JvmKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileFormatTest {
    private static final String DOCKERFILE = """
            FROM eclipse-temurin:21-jre
            ENV JAVA_OPTS="-Dsun.net.inetaddr.ttl=86400"
            ENV SPRING_DATASOURCE_URL=jdbc:postgresql://db.shop.example/shop SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5
            ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar /app.jar"]
            """;

    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void fillsTheApplicationBesideIt() {
        folder.with("Dockerfile", DOCKERFILE)
                .with(
                        "src/main/resources/application.yml",
                        "spring.datasource.url: jdbc:postgresql://localhost/shop\n");

        var client = only();

        assertThat(client.urlText().text()).isEqualTo("jdbc:postgresql://db.shop.example/shop");
        assertThat(folder.told(client.get(HikariKeys.MAXIMUM_POOL_SIZE))).isEqualTo("5 at Dockerfile:3:109");
        assertThat(folder.told(client.get(JvmKeys.SUN_NET_INETADDR_TTL))).startsWith("PT24H at Dockerfile:2:");
    }

    @Test
    void isAClientWhereOnlyTheImageIsKnown() {
        folder.with("docker/Dockerfile", DOCKERFILE);

        assertThat(only().dataSource()).isEqualTo("spring.datasource");
        assertThat(folder.told(only().get(JvmKeys.SUN_NET_INETADDR_TTL))).startsWith("PT24H at docker/Dockerfile:2:");
    }

    @Test
    void leavesTheImagesOfComposeToItsServices() {
        folder.with("Dockerfile", DOCKERFILE).with("compose.yaml", "services: {shop: {build: .}}\n");

        assertThat(only().workload().orElseThrow().name()).isEqualTo("shop");
    }

    private Client only() {
        var clients = folder.link().clients();
        assertThat(clients).hasSize(1);
        return clients.getFirst();
    }
}
