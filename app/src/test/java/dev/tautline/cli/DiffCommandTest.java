package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSmallerPoolIsAFindingOfItsOwnWithBothPlaces() throws IOException {
        var run = CommandRun.of("diff", write("old", 50), write("new", 5));

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("till (spring.datasource)\n  maximumPoolSize  50 → 5\n")
                .contains("was  " + folder.resolve("old/application.properties:3:44"))
                .contains("is   " + folder.resolve("new/application.properties:3:44"))
                .contains("high  the pool shrinks: maximumPoolSize 50 → 5  pool-shrunk")
                .contains("1 client changed, 0 new, 0 gone; 1 risk")
                .doesNotContain("\u001b");
    }

    @Test
    void serversAndHopsAreToldAsClientsAre() throws IOException {
        var old = write("old", 50);
        var fresh = write("new", 50);
        for (var side : List.of(old, fresh)) {
            var size = side.equals(old) ? 40 : 20;
            Files.writeString(Path.of(side, "postgresql.conf"), "max_connections = 200\nwork_mem = " + size + "MB\n");
            Files.writeString(Path.of(side, "pgbouncer.ini"), """
                [databases]
                shop = host=db%d port=5432 pool_size=%d
                [pgbouncer]
                listen_port = 6432
                max_client_conn = %d00
                """.formatted(size, size, size));
        }

        for (var format : DiffFormat.values()) {
            assertThat(CommandRun.of("diff", "--format", format.toString(), old, fresh)
                            .out())
                    .containsSubsequence("pgbouncer (PgBouncer)", "max_client_conn", "4000", "2000")
                    .containsSubsequence("to shop", "db40:5432", "db20:5432", "shop: ", "pool_size", "40", "20")
                    .containsSubsequence("new (PostgreSQL)", "work_mem");
        }
        assertThat(CommandRun.of("diff", old, fresh).out()).contains("2 servers or hops changed");
    }

    @Test
    void failsFromTheGivenSeverityOn() throws IOException {
        var old = write("old", 50);
        var fresh = write("new", 5);

        assertThat(CommandRun.of("diff", "--fail-on", "critical", old, fresh).code())
                .isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void newAndMendedFindingsAreToldApart() throws IOException {
        var worse = CommandRun.of("diff", write("old", 50), write("new", 1));
        assertThat(worse.out()).contains("New findings").contains("pool-too-small-for-request-threads");

        var better = CommandRun.of("diff", write("old", 1), write("new", 50));
        assertThat(better.out()).contains("Mended").contains("pool-too-small-for-request-threads");
        assertThat(better.out()).doesNotContain("New findings");
    }

    @Test
    void aSuppressionMendsNothing() throws IOException {
        var old = write("old", 1);
        var fresh = write("new", 1);
        var file = Path.of(fresh, "application.properties");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "spring.datasource.hikari",
                                "# taut:ignore pool-too-small-for-request-threads reason: a batch\nspring.datasource.hikari"));

        assertThat(CommandRun.of("diff", old, fresh).out()).contains("No connection setting changed.");
    }

    @Test
    void noChangeIsClean() throws IOException {
        var run = CommandRun.of("diff", write("old", 50), write("new", 50));

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out()).contains("No connection setting changed.");
    }

    @Test
    void twoEmptyFoldersCannotBeCompared() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty")).toString();

        assertThat(CommandRun.of("diff", empty, empty).code()).isEqualTo(ExitCode.CANNOT_TELL);
    }

    @Test
    void jsonHoldsBothValuesAndTheRisks() throws IOException {
        var run = CommandRun.of("diff", "--format", "json", write("old", 50), write("new", 5));
        var json = JsonMapper.shared().readTree(run.out());

        var setting = json.get("changed").get(0).get("settings").get(0);
        assertThat(setting.get("before").get("value").asString()).isEqualTo("50");
        assertThat(setting.get("after").get("value").asString()).isEqualTo("5");
        assertThat(json.get("risks")).singleElement().satisfies(risk -> {
            assertThat(risk.get("rule").asString()).isEqualTo("pool-shrunk");
            assertThat(risk.get("line").asInt()).isEqualTo(3);
        });
    }

    @Test
    void markdownIsATableInWhichTextFromFilesStaysText() throws IOException {
        var old = write("old", 50);
        var fresh = write("new", 5);
        Files.writeString(
                Path.of(fresh, "application.properties"),
                "spring.datasource.hikari.pool-name=<b>|x\n",
                StandardOpenOption.APPEND);
        var run = CommandRun.of("diff", "--format", "markdown", old, fresh);

        assertThat(run.out())
                .contains("| `maximumPoolSize` | `50` | `5` |")
                .contains("| high | the pool shrinks: maximumPoolSize 50 → 5 |")
                .contains("`<b>\\|x`");
    }

    @Test
    void aPasswordIsNeverShown() throws IOException {
        var old = write("old", 50);
        var fresh = write("new", 50);
        var file = Path.of(fresh, "application.properties");
        Files.writeString(file, "spring.datasource.password=s3cret\n", StandardOpenOption.APPEND);

        for (var format : DiffFormat.values()) {
            var run = CommandRun.of("diff", "--format", format.toString(), old, fresh);
            assertThat(run.out()).contains("password-now-in-file").doesNotContain("s3cret");
        }
    }

    @Test
    void whatIsNeitherFolderNorRevisionIsRefused() {
        var run = CommandRun.of("diff", "no-such-revision-at-all", "HEAD");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("diff: ")
                .contains("no-such-revision-at-all")
                .doesNotContain("\tat ");
    }

    private String write(String name, int size) throws IOException {
        var root = Files.createDirectories(folder.resolve(name));
        Files.writeString(root.resolve("application.properties"), """
                spring.application.name=till
                spring.datasource.url=jdbc:postgresql://db.example/shop
                spring.datasource.hikari.maximum-pool-size=%d
                """.formatted(size));
        return root.toString();
    }
}
