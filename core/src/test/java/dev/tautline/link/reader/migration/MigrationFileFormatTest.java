package dev.tautline.link.reader.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFileFormatTest {
    @TempDir
    private Path path;

    @Test
    void readsFlywaysOwnFile() {
        var folder = new ReadFolder(path).with("flyway.conf", """
                flyway.url=jdbc:postgresql://db.shop.example/shop
                flyway.user=owner
                flyway.cleanDisabled=false
                """);

        var client = folder.link().clients().getFirst();

        assertThat(client.isMigration()).isTrue();
        assertThat(folder.told(client.get(SpringKeys.FLYWAY_CLEAN_DISABLED))).isEqualTo("false at flyway.conf:3:22");
        assertThat(folder.told(client.get(SpringKeys.DATASOURCE_USERNAME))).isEqualTo("owner at flyway.conf:2:13");
    }

    @Test
    void readsLiquibasesOwnFile() {
        var folder = new ReadFolder(path).with("liquibase.properties", """
                liquibase.command.url=jdbc:postgresql://db.shop.example/shop
                dropFirst=true
                """);

        var client = folder.link().clients().getFirst();

        assertThat(client.dataSource()).isEqualTo("liquibase");
        assertThat(folder.told(client.get(SpringKeys.LIQUIBASE_DROP_FIRST)))
                .isEqualTo("true at liquibase.properties:2:11");
    }

    @Test
    void isNoClientWithoutAnAddress() {
        var folder = new ReadFolder(path).with("flyway.conf", "flyway.locations=filesystem:sql\n");

        assertThat(folder.link().clients()).isEmpty();
    }
}
