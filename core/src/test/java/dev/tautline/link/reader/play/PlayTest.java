package dev.tautline.link.reader.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlayTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void readsADatabaseWithItsPoolAndTheDriversProperties() {
        folder.write("till/conf/application.conf", """
                play.http.secret.key = "changeme"
                db.default {
                  driver = org.postgresql.Driver
                  url = "jdbc:postgresql://db:5432/shop?socketTimeout=30"
                  username = till
                  hikaricp {
                    maximumPoolSize = 32
                    connectionTimeout = 5 seconds
                    idleTimeout = 600000
                    maxlifetime = 3
                    dataSource { tcpKeepAlive = true }
                  }
                }
                """);

        var client = folder.client();

        assertThat(client.label()).isEqualTo("till (db.default)");
        assertThat(client.application().framework()).isEqualTo(Framework.PLAY);
        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(client.urlText().origin()).hasToString(path + "/till/conf/application.conf:4:10");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT))
                .isEqualTo("PT30S at till/conf/application.conf:4:41");
        assertThat(folder.told(client, PgjdbcKeys.TCP_KEEP_ALIVE))
                .isEqualTo("true at till/conf/application.conf:11:33");
        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("32 at till/conf/application.conf:7:23");
        assertThat(folder.told(client, HikariKeys.CONNECTION_TIMEOUT))
                .isEqualTo("PT5S at till/conf/application.conf:8:25");
        assertThat(folder.told(client, HikariKeys.IDLE_TIMEOUT)).isEqualTo("PT10M at till/conf/application.conf:9:19");
        assertThat(ApplicationFolder.strays(client)).containsExactly("HIKARICP maxlifetime");
        assertThat(client.poolKey(HikariKeys.MINIMUM_IDLE)).isEqualTo("db.default.hikaricp.minimumIdle");
    }

    @Test
    void takesWhatIsSaidForAllDatabasesUnlessOneSaysOtherwise() {
        folder.write("conf/application.conf", """
                play.db.prototype.hikaricp { maximumPoolSize = 5, minimumIdle = 2 }
                db.default.url = "jdbc:postgresql://db/shop"
                db.default.hikaricp.maximumPoolSize = 9
                """);

        var client = folder.client();

        assertThat(folder.told(client, HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo("9 at conf/application.conf:3:39");
        assertThat(folder.told(client, HikariKeys.MINIMUM_IDLE)).isEqualTo("2 at conf/application.conf:1:65");
    }

    @Test
    void keepsAnEarlierValueUnlessTheEnvironmentHasOne() {
        folder.write("conf/application.conf", """
                db.default.url = "jdbc:postgresql://db/shop"
                db.default.url = ${?DB_URL}
                db.default.password = ${DB_PASSWORD}
                """);

        var client = folder.client();
        var told = folder.read(Map.of("DB_URL", "jdbc:postgresql://other/shop"))
                .link()
                .clients()
                .getFirst();

        assertThat(host(client)).isEqualTo("db");
        assertThat(client.get(SpringKeys.DATASOURCE_PASSWORD))
                .isInstanceOfSatisfying(
                        Setting.Unresolved.class,
                        open -> assertThat(open.origin()).hasToString(path + "/conf/application.conf:3:23"));
        assertThat(host(told)).isEqualTo("other");
        assertThat(told.urlText().origin())
                .hasToString(path + "/conf/application.conf:2:18 from environment variable DB_URL");
    }

    @Test
    void leavesOpenWhatNothingResolves() {
        folder.write("conf/application.conf", """
                shop { host = "db", host = ${?SHOP_HOST}, name = "shop" }
                db.default.url = "jdbc:postgresql://"${?DB_HOST}":5432/shop"
                db.archive.url = ${?ARCHIVE_URL}
                db.near.url = "jdbc:postgresql://"${shop.host}"/"${shop.name}
                """);

        var clients = folder.clients();

        assertThat(clients).extracting(Client::dataSource).containsExactly("db.archive", "db.default", "db.near");
        assertThat(clients.get(0).urlText().unresolved()).containsExactly("ARCHIVE_URL");
        assertThat(clients.get(1).urlText().unresolved()).containsExactly("DB_HOST");
        assertThat(clients.get(2).urlText().text()).isEqualTo("jdbc:postgresql://db/shop");
    }

    @Test
    void followsIncludesAndTellsTheirPlaces() {
        folder.write("conf/application.conf", """
                include "common"
                db.default.url = "jdbc:postgresql://db/shop"
                """).write("conf/common.conf", """
                        include "application.conf"
                        db.default.hikaricp.maximumPoolSize = 7
                        """);

        assertThat(folder.told(folder.client(), HikariKeys.MAXIMUM_POOL_SIZE)).isEqualTo("7 at conf/common.conf:2:39");
    }

    @Test
    void tellsNoDefaultWhereAnIncludedFileIsNotThere() {
        folder.write("conf/application.conf", """
                include "secrets.conf"
                include url("http://127.0.0.1:9/never.conf")
                db.default.url = "jdbc:postgresql://db/shop"
                """);

        assertThat(folder.client().get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void takesTheProfileFromTheFilesName() {
        folder.write("conf/application.conf", "db.default.url = \"jdbc:postgresql://db/shop\"\n")
                .write(
                        "conf/application.prod.conf",
                        "include \"application\"\ndb.default.hikaricp.maximumPoolSize=4\n");

        assertThat(folder.clients())
                .extracting(Client::stage)
                .containsExactlyInAnyOrder(Stage.UNKNOWN, Stage.PRODUCTION);
    }

    @Test
    void takesTheShortFormOfAUrlApart() {
        folder.write("conf/application.conf", "db.default.url = \"postgres://till:pw-4711@db:5432/shop\"\n");

        var client = folder.client();

        assertThat(client.urlText().text()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(client.get(SpringKeys.DATASOURCE_USERNAME).knownValue()).contains("till");
        assertThat(client.toString()).doesNotContain("pw-4711");
    }

    @Test
    void readsTheDatabasesOfSlick() {
        folder.write("conf/application.conf", """
                slick.dbs.default {
                  profile = "slick.jdbc.PostgresProfile$"
                  db { url = "jdbc:postgresql://db/shop", user = till, numThreads = 8, maxConnections = 16 }
                }
                slick.dbs.small.db { url = "jdbc:postgresql://db/small", connectionTimeout = 3s }
                """);

        var clients = folder.clients();

        assertThat(clients)
                .extracting(Client::dataSource)
                .containsExactly("slick.dbs.default.db", "slick.dbs.small.db");
        assertThat(folder.told(clients.get(0), HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("16 at conf/application.conf:3:89");
        assertThat(clients.get(0).get(HikariKeys.CONNECTION_TIMEOUT).knownValue())
                .contains(Duration.ofSeconds(1));
        assertThat(clients.get(0).poolKey(HikariKeys.MAXIMUM_POOL_SIZE))
                .isEqualTo("slick.dbs.default.db.maxConnections");
        assertThat(clients.get(1).get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
        assertThat(folder.told(clients.get(1), HikariKeys.CONNECTION_TIMEOUT))
                .isEqualTo("PT3S at conf/application.conf:5:78");
    }

    @Test
    void tellsTheLineOfAMalformedFileAndNotWhatStandsThere() {
        folder.write("conf/application.conf", "db.default.user = till\ndb.default.password = \"geheim\" } pw-hoover\n");

        var read = folder.read(Map.of());

        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains("application.conf:2:1: not HOCON")
                .doesNotContain("geheim", "hoover");
        assertThat(read.link().clients()).isEmpty();
    }

    /// Each value that builds on the one before costs more than the last; a hostile file has thousands.
    @ParameterizedTest
    @CsvSource({"200, true", "201, false"})
    void readsChainsOfOneKeyUpToABound(int links, boolean isRead) {
        var chain = "db.default.url = ${db.default.url}\n".repeat(links);
        folder.write("conf/application.conf", "db.default.url = \"jdbc:postgresql://db/shop\"\n" + chain);

        var read = folder.read(Map.of());

        assertThat(read.problems().isEmpty()).isEqualTo(isRead);
        assertThat(read.link().clients()).hasSize(isRead ? 1 : 0);
    }

    @Test
    void leavesOtherConfigurationsAlone() {
        folder.write("src/main/resources/application.conf", "akka.actor.provider = cluster\nstore.url = \"x\"\n");

        assertThat(folder.read(Map.of()).filesRead()).isZero();
    }

    static List<String> hostileTexts() {
        var doubling = new StringBuilder("db.default.url = ${a40}\na0 = xxxxxxxxxx\n");
        for (int i = 1; i <= 40; i++) {
            doubling.append("a%1$d = ${a%2$d}${a%2$d}${a%2$d}\n".formatted(i, i - 1));
        }
        return List.of(
                doubling.toString(),
                "db.default.url = ${db.default.url}\n",
                "db.a.url = ${db.b.url}\ndb.b.url = ${db.a.url}\n",
                "db = ${db}\ndb.default.url = ${db}${db}\n",
                "db." + "{".repeat(200_000),
                "db." + "a.".repeat(200_000) + "url = 1\n",
                "db.default.url = " + "${".repeat(200_000),
                "db.default.url = " + "${X}".repeat(20_000),
                "db.default.hikaricp {\n" + "x${X} = ${Y}\n".repeat(20_000) + "}\n",
                "db.default.url = [[1]]\ndb.default.hikaricp = 3\ndb.x = null\nslick.dbs = 1\nplay = 2\n",
                "db.default.url = \"jdbc:postgresql://db/shop\"\ninclude file(\"/etc/passwd\")\n",
                "db.\"a.b\".url = \"jdbc:postgresql://db/shop\"\ninclude \"../../../../x\"\n");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void survivesWhatNobodyWouldWriteOnPurpose(String text) {
        folder.write("conf/application.conf", text).write("other/conf/application.conf", """
                db.well.url = "jdbc:postgresql://db/shop"
                """);

        var clients = assertTimeoutPreemptively(Duration.ofSeconds(20), folder::clients);

        assertThat(clients).extracting(Client::dataSource).contains("db.well");
    }

    @Test
    void findsTheUrlsOfProgramsWithNamesOfTheirOwn() {
        folder.write("src/main/resources/application.conf", """
                ktor { deployment { port = 8080 } }
                storage {
                  jdbcURL = "jdbc:postgresql://db.shop.example/orders?socketTimeout=30000"
                  user = "orders"
                }
                """);

        var client = folder.client();

        assertThat(client.dataSource()).isEqualTo("storage.jdbcURL");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT))
                .isEqualTo("PT8H20M at src/main/resources/application.conf:3:55");
        assertThat(client.get(PgjdbcKeys.TCP_KEEP_ALIVE)).isInstanceOf(Setting.Unresolved.class);
    }

    private static String host(Client client) {
        return client.url().orElseThrow().hosts().getFirst().host();
    }
}
