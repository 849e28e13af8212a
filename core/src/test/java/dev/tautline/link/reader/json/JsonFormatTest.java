package dev.tautline.link.reader.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.Pool;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.VertxPoolKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFormatTest {
    @TempDir
    private Path folder;

    @Test
    void readsAnObjectThatTellsWhereADatabaseIs() {
        var read = new ReadFolder(folder).with("conf/config.json", """
                {
                  "http": {"host": "0.0.0.0", "port": 8080},
                  "catalog": {
                    "host": "db",
                    "port": 5432,
                    "database": "catalog",
                    "user": "till",
                    "password": "xK2-of-an-example",
                    "pool": {"maxSize": 30}
                  }
                }
                """);

        var client = read.link().clients().getFirst();

        assertThat(read.link().clients()).hasSize(1);
        assertThat(client.dataSource()).isEqualTo("catalog");
        assertThat(client.pool()).isEqualTo(Pool.VERTX);
        assertThat(client.url().orElseThrow().hosts().getFirst().toString()).isEqualTo("db:5432");
        assertThat(read.place(client.url().orElseThrow().hosts().getFirst().origin()))
                .isEqualTo("conf/config.json:4:14");
        assertThat(read.told(client.get(VertxPoolKeys.MAX_SIZE))).isEqualTo("30 at conf/config.json:9:25");
        assertThat(client.settings().written().toString()).doesNotContain("xK2");
    }

    @Test
    void readsAConnectorOfDebezium() {
        var read = new ReadFolder(folder).with("connectors/orders.json", """
                {"name": "orders", "config": {
                  "connector.class": "io.debezium.connector.mysql.MySqlConnector",
                  "database.hostname": "orders-db",
                  "database.user": "debezium"
                }}
                """);

        var client = read.link().clients().getFirst();

        assertThat(client.dataSource()).isEqualTo("debezium");
        assertThat(client.pool()).isEqualTo(Pool.NONE);
        assertThat(client.url().orElseThrow().hosts().getFirst().toString()).isEqualTo("orders-db:3306");
        assertThat(client.get(SpringKeys.DATASOURCE_USERNAME).knownValue()).contains("debezium");
    }

    @Test
    void aHostOfSomethingElseIsNoDatabase() {
        var read = new ReadFolder(folder)
                .with("config.json", "{\"mail\": {\"host\": \"smtp\", \"port\": 25, \"user\": \"a\"}}");

        assertThat(read.link().clients()).isEmpty();
    }
}
