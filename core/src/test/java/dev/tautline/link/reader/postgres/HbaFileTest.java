package dev.tautline.link.reader.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.HbaLine;
import dev.tautline.link.reader.ReadFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HbaFileTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsEachLineWithItsPlace() {
        folder.with("pg_hba.conf", """
                # TYPE  DATABASE  USER  ADDRESS  METHOD
                local   all       all            peer map=ops # people
                  hostssl shop,"my db"  till, +clerks  10.1.0.0/16  scram-sha-256  clientcert=verify-full

                host replication  /^repl.*$  192.168.0.0 255.255.0.0 md5
                """);

        var lines = lines();

        assertThat(lines)
                .extracting(line -> folder.place(line.origin()))
                .containsExactly("pg_hba.conf:2:1", "pg_hba.conf:3:3", "pg_hba.conf:5:1");
        assertThat(lines.getFirst().address()).isEmpty();
        assertThat(lines.getFirst().options()).containsExactly("map=ops");
        assertThat(lines.get(1).databases()).containsExactly("shop", "\"my db\"");
        assertThat(lines.get(1).method()).isEqualTo("scram-sha-256");
        assertThat(lines.get(2).users()).containsExactly("/^repl.*$");
        assertThat(lines.get(2).address()).isEqualTo(Optional.of("192.168.0.0 255.255.0.0"));
        assertThat(lines.get(2).method()).isEqualTo("md5");
    }

    @Test
    void aBlankAfterACommaGoesOnWithTheList() {
        folder.with("pg_hba.conf", "host shop, stock till,clerk all reject\n");

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.databases()).containsExactly("shop", "stock");
            assertThat(line.users()).containsExactly("till", "clerk");
            assertThat(line.method()).isEqualTo("reject");
        });
    }

    @Test
    void readsNamesAndRulesFromOtherFiles() {
        folder.with(
                        "pg_hba.conf",
                        "host @dbs all all scram-sha-256\ninclude more.conf\ninclude_if_exists absent.conf\n")
                .with("dbs", "shop, stock\nbooks # old\n")
                .with("more.conf", "host all all all reject\n");

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst().databases()).containsExactly("shop", "stock", "books");
        assertThat(folder.place(lines().getLast().origin())).isEqualTo("more.conf:1:1");
    }

    @Test
    void aFileThatIsNotThereStandsForAnyRule() {
        folder.with("pg_hba.conf", "include /etc/postgresql/rules.conf\nhost @absent all all trust\n");

        assertThat(lines().getFirst().type()).isEqualTo("include");
        assertThat(lines().getLast().databases()).containsExactly("@absent");
    }

    @Test
    void aLineMayGoOnAfterABackslash() {
        folder.with("pg_hba.conf", "host all all \\\n  all trust\n");

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.method()).isEqualTo("trust"));
    }

    @Test
    void whatCannotBeReadIsAProblemAndTheRestIsRead() {
        folder.with("pg_hba.conf", "hots all all all trust\nhost all all\nlocal all all peer\n");

        assertThat(folder.read().problems())
                .extracting(problem -> folder.place(problem.origin()))
                .containsExactly("pg_hba.conf:1:1", "pg_hba.conf:2:1");
        assertThat(lines()).hasSize(1);
    }

    private List<HbaLine> lines() {
        return folder.server().hba().orElseThrow().lines();
    }
}
