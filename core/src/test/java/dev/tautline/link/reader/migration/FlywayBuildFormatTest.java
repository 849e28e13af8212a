package dev.tautline.link.reader.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayBuildFormatTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheBlockOfGradle() {
        var read = new ReadFolder(folder).with("build.gradle.kts", """
                plugins { id("org.flywaydb.flyway") version "10.20.0" }
                flyway {
                    url = "jdbc:postgresql://db:5432/shop"
                    password = "xK2-of-an-example"
                    schemas = arrayOf("shop")
                    placeholders = mapOf("a" to "{ }")
                    outOfOrder = true
                }
                """);

        var client = read.link().clients().getFirst();

        assertThat(client.isMigration()).isTrue();
        assertThat(read.place(client.urlText().origin())).isEqualTo("build.gradle.kts:3:12");
        assertThat(read.told(client.get(SpringKeys.FLYWAY_OUT_OF_ORDER))).isEqualTo("true at build.gradle.kts:7:18");
        assertThat(client.settings().written().toString()).doesNotContain("xK2");
    }

    @Test
    void readsTheConfigurationOfMavensPluginAndLeavesOpenWhatMavenFillsIn() {
        var read = new ReadFolder(folder).with("pom.xml", """
                <project>
                  <build><plugins><plugin>
                    <artifactId>flyway-maven-plugin</artifactId>
                    <configuration>
                      <url>jdbc:postgresql://db:5432/shop</url>
                      <user>${db.user}</user>
                    </configuration>
                  </plugin></plugins></build>
                </project>
                """);

        var client = read.link().clients().getFirst();

        assertThat(read.place(client.urlText().origin())).isEqualTo("pom.xml:5:12");
        assertThat(client.get(SpringKeys.DATASOURCE_USERNAME).known()).isEmpty();
    }

    @Test
    void aBuildWithoutAnAddressIsNoClient() {
        var read = new ReadFolder(folder).with("build.gradle", "flyway {\n    cleanDisabled = true\n}\n");

        assertThat(read.link().clients()).isEmpty();
    }
}
