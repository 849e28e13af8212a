package dev.tautline.link.reader.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Server;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresConfFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsSettingsWithTheirPlaces() {
        folder.with("postgresql.conf", """
                # shop
                max_connections = 200  # enough
                shared_buffers 128MB
                Statement_Timeout='30s'
                cluster_name = 'it''s #1'
                log_line_prefix = '%m \\'x\\''
                """);

        var server = folder.server();

        assertThat(folder.told(server.get(PostgresKeys.MAX_CONNECTIONS))).isEqualTo("200 at postgresql.conf:2:19");
        assertThat(folder.told(server.get(PostgresKeys.SHARED_BUFFERS))).isEqualTo("128 MiB at postgresql.conf:3:16");
        assertThat(folder.told(server.get(PostgresKeys.STATEMENT_TIMEOUT))).isEqualTo("PT30S at postgresql.conf:4:20");
        assertThat(folder.told(server.get(PostgresKeys.CLUSTER_NAME))).isEqualTo("it's #1 at postgresql.conf:5:17");
        assertThat(server.get(PostgresKeys.LOG_LINE_PREFIX).knownValue()).contains("%m 'x'");
    }

    @Test
    void theFileOfAlterSystemWins() {
        folder.with("postgresql.conf", "max_connections = 200\n")
                .with("postgresql.auto.conf", "max_connections = '50'\n");

        assertThat(folder.link().servers()).hasSize(1);
        assertThat(folder.told(folder.server().get(PostgresKeys.MAX_CONNECTIONS)))
                .isEqualTo("50 at postgresql.auto.conf:1:20");
    }

    @Test
    void readsIncludedFilesInOrder() {
        folder.with("postgresql.conf", """
                        max_connections = 10
                        include 'shared/base.conf'
                        include_dir 'conf.d'
                        include_if_exists 'absent.conf'
                        """)
                .with("shared/base.conf", "max_connections = 20\nwork_mem = 8MB\n")
                .with("conf.d/02.conf", "max_connections = 40\n")
                .with("conf.d/01.conf", "max_connections = 30\n")
                .with("conf.d/ignored.txt", "max_connections = 50\n");

        var server = folder.server();

        assertThat(folder.told(server.get(PostgresKeys.MAX_CONNECTIONS))).isEqualTo("40 at conf.d/02.conf:1:19");
        assertThat(folder.told(server.get(PostgresKeys.WORK_MEM))).isEqualTo("8 MiB at shared/base.conf:2:12");
        assertThat(folder.told(server.get(PostgresKeys.PORT))).isEqualTo("5432 at default");
    }

    @Test
    void aMissingIncludeLeavesTheRestOpen() {
        folder.with("postgresql.conf", "max_connections = 10\ninclude_dir = 'conf.d'\n");

        var server = folder.server();

        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(10);
        assertThat(server.get(PostgresKeys.STATEMENT_TIMEOUT)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void aCycleOfIncludesEndsWithAProblem() {
        folder.with("postgresql.conf", "include 'a.conf'\nmax_connections = 10\n")
                .with("a.conf", "include 'b.conf'\n")
                .with("b.conf", "include 'a.conf'\n");

        var read = folder.read();

        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("included by itself"));
        assertThat(read.link()
                        .servers()
                        .getFirst()
                        .get(PostgresKeys.MAX_CONNECTIONS)
                        .knownValue())
                .contains(10);
    }

    @Test
    void settingsAndRulesOfOneFolderAreOneServer() {
        folder.with("pg/postgresql.conf", "port = 5433\n").with("pg/pg_hba.conf", "local all all peer\n");

        assertThat(folder.link().servers()).singleElement().satisfies(server -> {
            assertThat(server.name()).isEqualTo("pg");
            assertThat(server.hba()).isPresent();
        });
    }

    @Test
    void rulesAloneTellNothingOfSettings() {
        folder.with("pg_hba.conf", "local all all peer\n");

        assertThat(folder.server().get(PostgresKeys.MAX_CONNECTIONS)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void filesOfSeveralServersInOneFolderAreToldApart() {
        folder.with("postgres-primary.conf", "max_connections = 100\n")
                .with("postgres-standby.conf", "max_connections = 50\n");

        assertThat(folder.link().servers())
                .extracting(Server::origin)
                .extracting(folder::place)
                .containsExactly("postgres-primary.conf:1:1", "postgres-standby.conf:1:1");
    }
}
