package dev.tautline.link.reader.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyCnfFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsTheServersOptionsWithTheirPlaces() {
        folder.with("my.cnf", """
                [client]
                port = 3307
                [mysqld]
                max-connections = 300   # more than 151
                loose_wait_timeout=600
                ; sync_binlog = 0
                skip-name-resolve
                skip_performance_schema
                bind-address = "10.0.0.1"
                innodb_buffer_pool_size=4G
                """);

        var server = folder.server();

        assertThat(server.product()).isEqualTo(Product.MYSQL);
        assertThat(folder.told(server.get(MySqlKeys.MAX_CONNECTIONS))).isEqualTo("300 at my.cnf:4:19");
        assertThat(folder.told(server.get(MySqlKeys.WAIT_TIMEOUT))).isEqualTo("PT10M at my.cnf:5:20");
        assertThat(folder.told(server.get(MySqlKeys.SYNC_BINLOG))).isEqualTo("1 at default");
        assertThat(server.get(MySqlKeys.SKIP_NAME_RESOLVE).knownValue()).contains(true);
        assertThat(server.get(MySqlKeys.PERFORMANCE_SCHEMA).knownValue()).contains(false);
        assertThat(folder.told(server.get(MySqlKeys.BIND_ADDRESS))).isEqualTo("10.0.0.1 at my.cnf:9:17");
        assertThat(server.get(MySqlKeys.INNODB_BUFFER_POOL_SIZE).knownValue().orElseThrow())
                .hasToString("4 GiB");
        assertThat(folder.told(server.get(MySqlKeys.PORT))).isEqualTo("3306 at default");
    }

    @Test
    void whatOnlyHoldsForOneVersionIsNotKnown() {
        folder.with("my.cnf", "[mysqld-5.7]\nmax_connections = 10\n");

        assertThat(folder.server().get(MySqlKeys.MAX_CONNECTIONS)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void theForksDefaultsHoldForMariaDb() {
        folder.with("50-server.cnf", "[mariadbd]\nmax_connections = 10\n");

        assertThat(folder.server().product()).isEqualTo(Product.MARIADB);
        assertThat(folder.told(folder.server().get(MySqlKeys.SYNC_BINLOG))).isEqualTo("0 at default");
    }

    @Test
    void followsIncludes() {
        folder.with("my.cnf", "[mysqld]\nmax_connections=1\n!includedir /etc/mysql/conf.d/\n!include more.cnf\n")
                .with("conf.d/a.cnf", "[mysqld]\nmax_connections=2\n")
                .with("more.cnf", "[mysqld]\nwait_timeout=60\n!include more.cnf\n");

        assertThat(folder.link().servers())
                .singleElement()
                .satisfies(server -> assertThat(folder.told(server.get(MySqlKeys.WAIT_TIMEOUT)))
                        .isEqualTo("PT1M at more.cnf:2:14"));
        assertThat(folder.told(folder.server().get(MySqlKeys.MAX_CONNECTIONS))).startsWith("2 at conf.d/a.cnf");
    }

    @Test
    void aFileForClientsOnlyIsNoServer() {
        folder.with("client.cnf", "[client]\nuser = till\n");

        assertThat(folder.link().servers()).isEmpty();
    }
}
