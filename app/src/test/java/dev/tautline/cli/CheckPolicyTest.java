package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckPolicyTest {
    private static final String RULE = "pool-too-small-for-request-threads";
    private static final Path EXAMPLE = Path.of("../examples/pool-too-small/broken/application.yml");

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderWithOneFinding() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("application.yml"));
    }

    @Test
    void theFileOfTheFolderDecidesAndAnOptionComesFirst() throws IOException {
        write("check:\n  rules:\n    " + RULE + ": low\n");
        assertThat(check().code()).isEqualTo(ExitCode.CLEAN);
        assertThat(check("--fail-on", "low").code()).isEqualTo(ExitCode.FINDINGS);

        write("check:\n  fail-on: critical\n");
        assertThat(check().code()).isEqualTo(ExitCode.CLEAN);
        assertThat(check("--fail-on", "high").code()).isEqualTo(ExitCode.FINDINGS);

        write("check:\n  rules:\n    " + RULE + ": off\n");
        assertThat(check("--fail-on", "low").out()).contains("no findings").doesNotContain(RULE);
    }

    @Test
    void theFileOfTheRepositoryHoldsForItsFolders() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        var inner = Files.createDirectories(folder.resolve("service/config"));
        Files.copy(EXAMPLE, inner.resolve("application.yml"));
        write("check:\n  rules:\n    " + RULE + ": off\n");

        assertThat(CommandRun.of("check", inner.toString()).code()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void outsideOfARepositoryAFileAboveIsSomebodyElses() throws IOException {
        var inner = Files.createDirectories(folder.resolve("service"));
        Files.copy(EXAMPLE, inner.resolve("application.yml"));
        write("check:\n  rules:\n    " + RULE + ": off\n");

        assertThat(CommandRun.of("check", inner.toString()).code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void whatIsIgnoredIsCountedAndToldWithItsReason() throws IOException {
        write("check:\n  ignore:\n    - rule: " + RULE
                + "\n      path: '*.yml'\n      reason: one till, one request\n");

        assertThat(check().code()).isEqualTo(ExitCode.CLEAN);
        assertThat(check().out()).contains("no findings").contains("; 1 suppressed");
        var json = JsonMapper.shared().readTree(check("--format", "json").out());
        assertThat(json.get("suppressed")).singleElement().satisfies(one -> {
            assertThat(one.get("reason").asString()).isEqualTo("one till, one request");
            assertThat(one.get("kind").asString()).isEqualTo("ignored");
        });
    }

    @Test
    void everyProblemOfTheFileIsToldWithPlaceAndNearest() throws IOException {
        write("""
            chek:
              rules: {}
            check:
              fail-on: hgh
              rules:
                pool-too-small-for-request-thread: low
                password-in-file: loud
              ignore:
                - rule: password-in-url
                  until: soon
                - path: x
                  reason: y
            """);
        var run = check();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("taut.yaml:1:1: unknown key 'chek', did you mean 'check'?")
                .contains("taut.yaml:4:12: 'fail-on' is 'hgh', allowed: never, low, medium, high, critical; nearest:"
                        + " 'high'")
                .contains("taut.yaml:6:5: no rule 'pool-too-small-for-request-thread'; nearest: '" + RULE + "'")
                .contains("taut.yaml:7:23: 'loud' is no level; allowed: off, low, medium, high, critical")
                .contains("taut.yaml:9:7: 'reason' is missing")
                .contains("taut.yaml:10:14: 'soon' is no date; allowed: YYYY-MM-DD")
                .contains("taut.yaml:11:7: 'rule' is missing");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theSectionsOfTheWatchMayStandInTheSameFile() throws IOException {
        write("dashboard:\n  port: 7171\ntargets: []\ncheck:\n  fail-on: critical\n");

        assertThat(check().code()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void factsOfAManagedDatabaseDecideWhatWasOpen() throws IOException {
        assertThat(check().out()).contains("max_connections is not known");

        write("""
            servers:
              - address: db.shop.example
                product: postgresql
                settings:
                  max_connections: 4
            """);
        assertThat(check().out()).doesNotContain("max_connections is not known").contains("1 server:");
    }

    @Test
    void theIdleTimeoutOfACloudsBalancerCountsOnTheRoute() throws IOException {
        var facts = """
            hops:
              - address: db.shop.example
                product: load-balancer
                settings:
                  idle-timeout: %s
            """;

        write(facts.formatted("2m"));
        assertThat(check().out())
                .contains("idle-cut-before-pool-recycles")
                .contains("db.shop.example (load balancer) cuts connections that are silent for 2 min");

        write(facts.formatted("121s"));
        assertThat(check().out()).doesNotContain("idle-cut-before-pool-recycles");
    }

    @Test
    void aBaselineLeavesOutWhatWasThereAndNamesWhatIsMended() throws IOException {
        var baseline = folder.resolve("baseline.json");

        assertThat(check("--write-baseline", baseline.toString()).code()).isEqualTo(ExitCode.CLEAN);
        assertThat(baseline).content().contains(RULE, "\"application.yml\"").doesNotContain("jdbc:");
        assertThat(check("--baseline", baseline.toString()).out()).contains("1 suppressed");

        Files.copy(
                Path.of("../examples/pool-too-small/mended/application.yml"),
                folder.resolve("application.yml"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(check("--baseline", baseline.toString()).out())
                .contains("No longer needed")
                .contains("mended, remove it");
        assertThat(check("--write-baseline", baseline.toString()).code()).isEqualTo(ExitCode.CLEAN);
        assertThat(baseline).content().doesNotContain(RULE);
    }

    @Test
    void aBaselineThatIsNoneIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("baseline.json"), "{\"version\": 1,\n \"findings\": [}\n");

        var run = check("--baseline", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("baseline.json: not JSON, line 2");
        assertThat(check("--baseline", folder.resolve("absent").toString()).err())
                .contains("absent: cannot be read");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("taut.yaml"), yaml);
    }

    private CommandRun check(String... options) {
        var line = new ArrayList<String>(List.of("check", folder.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }
}
