package dev.tautline.link.reader.dropwizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.DropwizardKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropwizardTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void readsADatabaseBlockAndItsVariables() {
        folder.write("till/config.yml", """
                database:
                  driverClass: org.postgresql.Driver
                  user: ${DB_USER:-till}
                  password: ${DB_PASSWORD}
                  url: jdbc:postgresql://${DB_HOST:-db}:5432/shop
                  properties:
                    charSet: UTF-8
                    socketTimeout: 30
                  maxWaitForConnection: 1s
                  maxSize: 32
                  maxsize: 3
                """);

        var client = folder.client();

        assertThat(client.label()).isEqualTo("till (database)");
        assertThat(client.application().framework()).isEqualTo(Framework.DROPWIZARD);
        assertThat(client.pool()).isEqualTo(Pool.DROPWIZARD);
        assertThat(client.url().orElseThrow().hosts().getFirst().host()).isEqualTo("db");
        assertThat(folder.told(client, DropwizardKeys.MAX_SIZE)).isEqualTo("32 at till/config.yml:10:12");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).isEqualTo("PT30S at till/config.yml:8:20");
        assertThat(client.get(SpringKeys.DATASOURCE_PASSWORD)).isInstanceOf(Setting.Unresolved.class);
        assertThat(ApplicationFolder.strays(client)).contains("DROPWIZARD maxsize");
        assertThat(client.poolKey(DropwizardKeys.MIN_SIZE)).isEqualTo("database.minSize");
    }

    @Test
    void takesTheProfileFromTheFilesName() {
        var block = """
                db:
                  main: {driverClass: org.postgresql.Driver, url: "jdbc:postgresql://db/shop"}
                """;
        folder.write("till/till-dev.yml", block).write("till/till-prod.yml", block);

        assertThat(folder.clients())
                .extracting(Client::stage)
                .containsExactlyInAnyOrder(Stage.DEVELOPMENT, Stage.PRODUCTION);
    }

    @Test
    void leavesOtherYamlAlone() {
        folder.write("values.yaml", "a: {driverClass: x}\nb: {url: y}\n");

        assertThat(folder.read(Map.of()).filesRead()).isZero();
    }
}
