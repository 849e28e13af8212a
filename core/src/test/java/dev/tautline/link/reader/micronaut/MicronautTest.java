package dev.tautline.link.reader.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicronautTest {
    private static final String YAML = """
            micronaut:
              application:
                name: till
            datasources:
              default:
                url: ${JDBC_URL:`jdbc:postgresql://db:5432/shop`}
                username: till
                maximum-pool-size: 15
                db-type: postgres
                data-source-properties:
                  socketTimeout: 30
            """;

    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void readsThePoolThatTheBuildNames() {
        folder.write("src/main/resources/application.yml", YAML).write("pom.xml", """
                <project><dependencies>
                  <dependency><groupId>io.micronaut.sql</groupId><artifactId>micronaut-jdbc-hikari</artifactId></dependency>
                </dependencies></project>
                """);

        var client = folder.client();

        assertThat(client.application().framework()).isEqualTo(Framework.MICRONAUT);
        assertThat(client.label()).isEqualTo("till (datasources.default)");
        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(client.callsPostgres()).isTrue();
        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("15 at src/main/resources/application.yml:8:24");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT30S at ");
        assertThat(client.poolKey(HikariKeys.MAX_LIFETIME)).isEqualTo("datasources.default.max-lifetime");
        assertThat(ApplicationFolder.strays(client)).isEmpty();
    }

    @Test
    void doesNotGuessThePoolWithoutABuild() {
        folder.write("src/main/resources/application.yml", YAML);

        assertThat(folder.client().pool()).isEqualTo(Pool.OTHER);
    }
}
