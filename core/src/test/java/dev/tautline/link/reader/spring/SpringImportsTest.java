package dev.tautline.link.reader.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Profile;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.HikariKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringImportsTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void letsAnImportedFileOverrideTheImportingDocument() {
        folder.write("src/main/resources/application.yml", """
                spring:
                  config.import: "optional:classpath:/db/pool.yml,optional:file:./conf/local.properties"
                  datasource:
                    url: jdbc:postgresql://db/shop
                    hikari.maximum-pool-size: 5
                """)
                .write("src/main/resources/db/pool.yml", "spring.datasource.hikari.maximum-pool-size: 20\n")
                .write("conf/local.properties", "spring.datasource.hikari.max-lifetime=60000\n");

        var client = folder.client();

        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("20 at src/main/resources/db/pool.yml:1:45");
        assertThat(folder.told(client, HikariKeys.MAX_LIFETIME)).startsWith("PT1M at conf/local.properties:1:");
    }

    @Test
    void keepsAnImportUnderTheProfileOfItsDocument() {
        folder.write("application.yml", """
                spring.datasource.url: jdbc:postgresql://db/shop
                ---
                spring.config:
                  activate.on-profile: prod
                  import: ".env[.properties]"
                """).write(".env", "spring.datasource.hikari.maximum-pool-size=30\n");

        var sizes = folder.clients().stream()
                .map(client -> client.profile() + " "
                        + client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue().orElseThrow());

        assertThat(sizes).containsExactly("no profile 10", Profile.of("prod") + " 30");
    }

    @Test
    void survivesCyclesMissingFilesAndOtherSources() {
        folder.write("application.yml", """
                spring:
                  config.import:
                    - a.yml
                    - optional:configtree:/etc/config/
                    - vault://secret
                    - file:/etc/passwd
                    - ${WHERE}
                    - nowhere.yml
                  datasource.url: jdbc:postgresql://db/shop
                """).write("a.yml", "spring.config.import: application.yml\n");

        assertThat(folder.client().callsPostgres()).isTrue();
    }
}
