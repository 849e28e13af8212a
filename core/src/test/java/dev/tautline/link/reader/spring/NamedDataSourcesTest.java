package dev.tautline.link.reader.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedDataSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void readsADataSourceOfHelidonThatIsToldItsServerInParts() {
        var read = new ReadFolder(folder).with("application.yaml", """
                javax:
                  sql:
                    DataSource:
                      stock:
                        dataSourceClassName: org.postgresql.ds.PGSimpleDataSource
                        dataSource:
                          serverName: stock-db
                          portNumber: 5433
                          databaseName: stock
                          user: till
                          socketTimeout: 30
                        maximumPoolSize: 7
                """);

        var client = read.link().clients().getFirst();

        assertThat(read.link().clients()).hasSize(1);
        assertThat(client.urlText().text()).isEqualTo("jdbc:postgresql://stock-db:5433/stock");
        assertThat(read.place(client.urlText().origin())).isEqualTo("application.yaml:7:23");
        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(client.application().framework()).isEqualTo(Framework.NONE);
        assertThat(read.told(client.get(HikariKeys.MAXIMUM_POOL_SIZE))).isEqualTo("7 at application.yaml:12:26");
        assertThat(read.told(client.get(PgjdbcKeys.SOCKET_TIMEOUT))).isEqualTo("PT30S at application.yaml:11:26");
        assertThat(client.get(SpringKeys.DATASOURCE_USERNAME).knownValue()).contains("till");
    }

    @Test
    void readsAFileOfHikariThatIsToldItsServerInParts() {
        var read = new ReadFolder(folder).with("hikari.properties", """
                dataSourceClassName=com.mysql.cj.jdbc.MysqlDataSource
                dataSource.serverName=db
                dataSource.databaseName=shop
                """);

        assertThat(read.link().clients().getFirst().urlText().text()).isEqualTo("jdbc:mysql://db/shop");
    }
}
