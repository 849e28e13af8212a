package dev.tautline.link.reader.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolFilesTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void readsHikarisOwnFileWithTheDriversProperties() {
        folder.write("shop/src/main/resources/hikari.properties", """
                jdbcUrl=jdbc:postgresql://db:5432/shop
                maximumPoolSize = 12
                dataSource.socketTimeout=30
                dataSource.socketTimout=30
                maxPoolSize=5
                password=geheim
                """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(client.service()).isEqualTo("shop");
        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("12 at shop/src/main/resources/hikari.properties:2:19");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT))
                .isEqualTo("PT30S at shop/src/main/resources/hikari.properties:3:26");
        assertThat(ApplicationFolder.strays(client)).containsExactly("PGJDBC socketTimout", "HIKARICP maxPoolSize");
        assertThat(client.poolKey(HikariKeys.MAX_LIFETIME)).isEqualTo("maxLifetime");
        assertThat(client.toString()).doesNotContain("geheim");
    }

    @Test
    void knowsHikarisKeysInAFileOfAnyName() {
        folder.write("app.properties", "jdbcUrl=jdbc:postgresql://db/shop\nmaximumPoolSize=12\n");
        folder.write("texts.properties", "jdbcUrl=The address\n");

        assertThat(folder.told(folder.client(), HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo("12 at app.properties:2:17");
    }

    @Test
    void readsC3p0sFileByItsPrefix() {
        folder.write("c3p0.properties", """
                c3p0.jdbcUrl=jdbc:postgresql://db/shop
                c3p0.user=till
                c3p0.maxPoolSize=40
                c3p0.checkoutTimout=3000
                com.mchange.v2.log.MLog=slf4j
                """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.C3P0);
        assertThat(folder.told(client, C3p0Keys.MAX_POOL_SIZE)).isEqualTo("40 at c3p0.properties:3:18");
        assertThat(folder.told(client, SpringKeys.DATASOURCE_USERNAME)).isEqualTo("till at c3p0.properties:2:11");
        assertThat(ApplicationFolder.strays(client))
                .contains("C3P0 checkoutTimout")
                .hasSize(1);
        assertThat(client.poolKey(C3p0Keys.CHECKOUT_TIMEOUT)).isEqualTo("c3p0.checkoutTimeout");
    }

    @Test
    void readsDruidsFileWithItsNameBeforeTheKeysOrWithout() {
        folder.write("druid.properties", """
                druid.url=jdbc:mysql://db/shop
                druid.maxActive=20
                maxWait=60000
                """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.DRUID);
        assertThat(client.url())
                .hasValueSatisfying(url -> assertThat(url.subprotocol()).isEqualTo("mysql"));
        assertThat(folder.told(client, DruidKeys.MAX_ACTIVE)).isEqualTo("20 at druid.properties:2:17");
        assertThat(folder.told(client, DruidKeys.MAX_WAIT)).isEqualTo("PT1M at druid.properties:3:9");
    }

    @Test
    void doesNotTakeDbcp1ForDbcp2() {
        folder.write("old/dbcp.properties", "url=jdbc:postgresql://db/shop\nmaxActive=8\n")
                .write("new/dbcp.properties", "url=jdbc:postgresql://db/shop\nmaxTotal=8\n");

        assertThat(folder.clients())
                .extracting(client -> client.pool().toString())
                .containsExactlyInAnyOrder("OTHER", "DBCP2");
        assertThat(folder.clients().stream()
                        .filter(client -> client.pool() == Pool.DBCP2)
                        .map(client -> folder.told(client, Dbcp2Keys.MAX_TOTAL)))
                .containsExactly("8 at new/dbcp.properties:2:10");
    }

    @Test
    void leavesUrlsAndPlaceholdersThatNoFileHoldsUnresolved() {
        folder.write("a/hikari.properties", "maximumPoolSize=5\n")
                .write("b/hikari.properties", "jdbcUrl=${db.url}\nmaximumPoolSize=${db.size}\n");

        assertThat(folder.clients()).hasSize(2).allSatisfy(client -> {
            assertThat(client.url()).isEmpty();
            assertThat(client.urlText().isResolved()).isFalse();
        });
        assertThat(folder.clients().get(1).get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void readsTheDataSourcesOfQuartz() {
        folder.write("quartz.properties", """
                org.quartz.jobStore.dataSource=jobs
                org.quartz.dataSource.jobs.URL=jdbc:postgresql://db/jobs
                org.quartz.dataSource.jobs.provider=hikaricp
                org.quartz.dataSource.jobs.maxConnections=7
                org.quartz.dataSource.old.URL=jdbc:postgresql://db/old
                """);

        assertThat(folder.clients())
                .extracting(client -> client.dataSource() + " " + client.pool())
                .containsExactly("org.quartz.dataSource.jobs HIKARICP", "org.quartz.dataSource.old OTHER");
        assertThat(folder.told(folder.clients().getFirst(), HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("7 at quartz.properties:4:43");
    }
}
