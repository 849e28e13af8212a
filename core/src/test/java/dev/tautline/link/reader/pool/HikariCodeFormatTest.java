package dev.tautline.link.reader.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HikariCodeFormatTest {
    private static final String JAVA = """
            import com.zaxxer.hikari.HikariConfig;
            final class Db {
                static HikariDataSource open(int size) {
                    var config = new HikariConfig();
                    config.setJdbcUrl("jdbc:postgresql://db.shop.example/shop");
                    config.setMaximumPoolSize(size);
                    // config.setMaxLifetime(0);
                    config.setConnectionTimeout(3000);
                    config.addDataSourceProperty("socketTimeout", "60");
                    return new HikariDataSource(config);
                }
            }
            """;

    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsLiteralsAndLeavesTheRestOpen() {
        folder.with("src/main/java/shop/Db.java", JAVA);

        var client = folder.link().clients().getFirst();

        assertThat(folder.told(client.get(HikariKeys.CONNECTION_TIMEOUT)))
                .isEqualTo("PT3S at src/main/java/shop/Db.java:8:37");
        assertThat(folder.told(client.get(PgjdbcKeys.SOCKET_TIMEOUT)))
                .startsWith("PT1M at src/main/java/shop/Db.java:9:");
        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
        assertThat(client.get(HikariKeys.MAX_LIFETIME).chosen()).isEmpty();
        assertThat(client.get(PgjdbcKeys.TCP_KEEP_ALIVE).knownValue()).contains(false);
    }

    @Test
    void whatIsHandedOnMayBeToldMore() {
        folder.with("src/main/java/shop/Db.java", JAVA.replace("return new", "tune(config); return new"));

        assertThat(folder.link().clients().getFirst().get(PgjdbcKeys.TCP_KEEP_ALIVE))
                .isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void readsAssignmentsOfKotlin() {
        folder.with("src/main/kotlin/shop/Database.kt", """
                import com.zaxxer.hikari.HikariConfig
                val hikari = HikariConfig().apply {
                    jdbcUrl = "jdbc:postgresql://db.shop.example/shop"
                    maximumPoolSize = 20 // as many as the server bears
                    isAutoCommit = false
                }
                """);

        var client = folder.link().clients().getFirst();

        assertThat(client.url()).map(JdbcUrl::isResolved).contains(true);
        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue()).contains(20);
        assertThat(client.get(HikariKeys.AUTO_COMMIT).knownValue()).contains(false);
    }

    @Test
    void leavesTestsAndSeveralPoolsAlone() {
        folder.with("src/test/java/shop/Db.java", JAVA)
                .with("src/main/java/shop/DbPair.java", JAVA + JAVA)
                .with("src/main/java/shop/DatabaseName.java", "class DatabaseName {}\n");

        assertThat(folder.link().clients()).isEmpty();
    }
}
