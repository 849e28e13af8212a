package dev.tautline.link.reader.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.HbaLine;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PostgresKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatroniFormatTest {
    private static final String NODE = """
            scope: shop
            name: pg1
            bootstrap:
              dcs:
                ttl: 30
                loop_wait: 20
                synchronous_mode: true
                postgresql:
                  parameters:
                    max_connections: 200
                    work_mem: 8MB
            postgresql:
              listen: 0.0.0.0:5432
              connect_address: 10.0.0.1:5432
              parameters:
                max_connections: 50
                work_mem: 16MB
              pg_hba:
                - local all all peer
                - hostssl all all 10.0.0.0/8 scram-sha-256
            watchdog:
              mode: off
            """;

    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path).with("pg1.yml", NODE);
    }

    @Test
    void readsTheClusterWithItsPlaces() {
        var server = folder.server();

        assertThat(server.name()).isEqualTo("shop");
        assertThat(folder.told(server.get(PatroniKeys.LOOP_WAIT))).isEqualTo("PT20S at pg1.yml:6:16");
        assertThat(server.get(PatroniKeys.WATCHDOG_MODE).knownValue()).contains("off");
        assertThat(folder.told(server.get(PatroniKeys.RETRY_TIMEOUT))).isEqualTo("PT10S at default");
        assertThat(folder.told(server.get(PostgresKeys.LISTEN_ADDRESSES))).isEqualTo("0.0.0.0 at pg1.yml:13:11");
    }

    @Test
    void whatMustBeTheSameEverywhereIsTakenFromTheCluster() {
        assertThat(folder.told(folder.server().get(PostgresKeys.MAX_CONNECTIONS)))
                .isEqualTo("200 at pg1.yml:10:26");
        assertThat(folder.told(folder.server().get(PostgresKeys.WORK_MEM))).isEqualTo("16 MiB at pg1.yml:17:15");
    }

    @Test
    void nodesOfOneScopeAreOneCluster() {
        folder.with("pg2.yml", NODE.replace("pg1", "pg2").replace("10.0.0.1", "10.0.0.2"));

        assertThat(folder.link().servers())
                .singleElement()
                .satisfies(server ->
                        assertThat(server.members()).containsExactlyInAnyOrder("pg1", "10.0.0.1", "pg2", "10.0.0.2"));
    }

    @Test
    void readsTheRulesAtTheirPlaces() {
        var lines = folder.server().hba().orElseThrow().lines();

        assertThat(lines).extracting(HbaLine::method).containsExactly("peer", "scram-sha-256");
        assertThat(folder.place(lines.getLast().origin())).isEqualTo("pg1.yml:20:7");
    }

    @Test
    void anotherYamlFileWithAScopeIsNotPatronis() {
        new ReadFolder(path).with("other.yml", "scope: shop\nrules: []\n");

        assertThat(folder.link().servers()).hasSize(1);
    }
}
