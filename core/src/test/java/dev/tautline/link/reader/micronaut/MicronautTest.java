package dev.tautline.link.reader.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
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

    @Test
    void readsTomlWithTheEnvironmentInTheNameOfTheFile() {
        folder.write("src/main/resources/application.toml", """
                [micronaut.application]
                name = "till"

                [datasources.default]
                url = "jdbc:postgresql://db:5432/shop"
                maximum-pool-size = 15
                """)
                .write("src/main/resources/application-prod.toml", """
                datasources.default.maximum-pool-size = 40
                """)
                .write("pom.xml", """
                <project><dependencies>
                  <dependency><groupId>io.micronaut.sql</groupId><artifactId>micronaut-jdbc-hikari</artifactId></dependency>
                </dependencies></project>
                """);

        assertThat(folder.clients())
                .extracting(client -> client.profile() + " " + folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .containsExactly(
                        Profile.PLAIN + " 15 at src/main/resources/application.toml:6:21",
                        Profile.of("prod") + " 40 at src/main/resources/application-prod.toml:1:41");
        assertThat(folder.clients())
                .allSatisfy(client -> assertThat(client.label()).isEqualTo("till (datasources.default)"));
    }

    @Test
    void tomlIsNothingToOtherFrameworks() {
        folder.write("src/main/resources/application.yml", "spring: {datasource: {url: 'jdbc:postgresql://db/shop'}}")
                .write(
                        "src/main/resources/application.toml",
                        "[spring.datasource]\nurl = \"jdbc:postgresql://other/shop\"");

        assertThat(folder.client().urlText().text()).isEqualTo("jdbc:postgresql://db/shop");
    }
}
