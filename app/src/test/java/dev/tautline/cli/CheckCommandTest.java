package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String EXAMPLES = "../examples/";

    @TempDir
    private Path folder;

    @Test
    void tellsPlaceSeverityConsequenceAndEditOfADefect() {
        var run = CommandRun.of("check", EXAMPLES + "pool-too-small/broken");

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                    high      spring.datasource.hikari.maximum-pool-size is 1 for 200 request threads
                        at    ../examples/pool-too-small/broken/application.yml:10:26, till (spring.datasource)
                        10 |       maximum-pool-size: 1
                           |                          ^
                    """)
                .contains("rule  pool-too-small-for-request-threads\n")
                .contains("mend  change to spring.datasource.hikari.maximum-pool-size: 20\n")
                .contains("1 file and 1 client read, 0 servers: 1 high")
                .doesNotContain("\u001b");
    }

    @Test
    void aMendedConfigurationIsCleanAndWhatCannotBeToldIsSaid() {
        var run = CommandRun.of("check", EXAMPLES + "pool-too-small/mended");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out())
                .contains("no findings; 2 not decided")
                .contains("max_connections is not known")
                .contains("pool-sum-exceeds-max-connections");
    }

    @Test
    void whatCannotBeToldIsGroupedByWhatIsNotKnown() throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  orders:
                    image: registry.shop.example/orders:1.4
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://db.shop.example/shop
                """);

        var run = CommandRun.of("check", "--fail-on", "never", folder.toString());

        assertThat(run.out())
                .containsPattern("Cannot tell\n  what is not written may be set in a place that is not read: in"
                        + " registry\\.shop\\.example/orders:1\\.4")
                .containsPattern(
                        "(?m)^    \\d\\d rules about orders \\(spring\\.datasource\\): (\\S+,\\s+){3}\\S+\\s+and\\s+\\d+ more")
                .contains("All of it: --format json");
        assertThat(CommandRun.of("check", "--fail-on", "never", "--format", "json", folder.toString())
                        .out())
                .contains("missing-socket-timeout");
    }

    @Test
    void failsFromTheGivenSeverityOn() {
        var broken = EXAMPLES + "pool-too-small/broken";

        assertThat(CommandRun.of("check", "--fail-on", "critical", broken).code())
                .isEqualTo(ExitCode.CLEAN);
        assertThat(CommandRun.of("check", "--fail-on", "high", broken).code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(CommandRun.of("check", "--fail-on", "low", broken).code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(CommandRun.of("check", "--fail-on", "never", broken).code()).isEqualTo(ExitCode.CLEAN);
        assertThat(CommandRun.of("check", "--fail-on", "never", folder.toString())
                        .code())
                .isEqualTo(ExitCode.CANNOT_TELL);
    }

    @Test
    void anUnknownPathNamesTheNearest() {
        var run = CommandRun.of("check", EXAMPLES + "pool-to-small");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("no file or folder '../examples/pool-to-small'; nearest: '../examples/pool-too-small'");
    }

    @Test
    void anUnknownFormatNamesTheFormats() {
        var run = CommandRun.of("check", "--format", "jsn", EXAMPLES);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains("json");
    }

    @Test
    void aFolderWithoutConfigurationCannotBeJudged() {
        var run = CommandRun.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.out()).contains("0 files and 0 clients read");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("application.yml"), "spring:\n  datasource: [\n");

        var run = CommandRun.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.out()).contains("Could not be read").contains("application.yml:3:1: not YAML");
    }

    @Test
    void theEnvironmentGivenDecidesPlaceholders() throws IOException {
        Files.writeString(folder.resolve("application.yml"), """
            spring.datasource:
              url: jdbc:postgresql://localhost/shop
              hikari.maximum-pool-size: ${DB_POOL}
            """);
        var path = folder.toString();

        assertThat(CommandRun.of("check", path).out()).contains("${DB_POOL}").doesNotContain("is 1 for");
        assertThat(CommandRun.of("check", "--env", "DB_POOL=1", path).out())
                .contains("maximum-pool-size is 1 for 200 request threads");
    }

    @Test
    void aProfileIsReadAloneWhenAsked() {
        var path = EXAMPLES + "one-instance-differs/broken";

        assertThat(CommandRun.of("check", "--profile", "store-c", path).code()).isEqualTo(ExitCode.CLEAN);
        assertThat(CommandRun.of("check", path).out()).contains("pool-size-differs-between-profiles");
    }

    @Test
    void anUnknownProfileNamesTheNearest() {
        var run = CommandRun.of("check", "--profile", "store-d", EXAMPLES + "one-instance-differs/broken");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no file names a profile 'store-d'; nearest: 'store-a'");
    }

    @Test
    void aUrlIsReviewedWithoutShowingItsPassword() {
        var run = CommandRun.of("check", "jdbc:postgresql://db.shop.example/shop?password=s3cret&socketTimout=30");

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .contains("did you mean socketTimeout?")
                .contains("password-in-url")
                .doesNotContain("s3cret");
    }

    @Test
    void jsonHoldsEveryFindingWithItsPlace() {
        var json = read(CommandRun.of("check", "--format", "json", EXAMPLES + "no-time-limits/broken"));

        assertThat(json.get("files").asInt()).isEqualTo(1);
        assertThat(json.get("findings")).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.get("file").asString()).endsWith("application.properties");
            assertThat(finding.get("line").asInt()).isEqualTo(3);
            assertThat(finding.get("read")).isNotEmpty();
            assertThat(finding.get("edit").asString()).isNotEmpty();
        });
        assertThat(json.get("undecided")).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.get("rules")).isNotEmpty();
            assertThat(reason.get("subjects")).isNotEmpty();
        });
        assertThat(json.get("undecided")
                        .valueStream()
                        .map(reason -> reason.get("why").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sarifNamesItsRulesAndPointsAtLines() {
        var sarif = read(CommandRun.of("check", "--format", "sarif", EXAMPLES + "passwords-in-files/broken"));
        var run = sarif.get("runs").get(0);

        assertThat(sarif.get("version").asString()).isEqualTo("2.1.0");
        var ids = run.get("tool")
                .get("driver")
                .get("rules")
                .valueStream()
                .map(rule -> rule.get("id").asString());
        var rules = ids.toList();
        assertThat(run.get("results")).hasSize(3).allSatisfy(result -> {
            assertThat(rules).contains(result.get("ruleId").asString());
            assertThat(result.get("level").asString()).isIn("error", "warning", "note");
            var place = result.get("locations").get(0).get("physicalLocation");
            assertThat(place.get("artifactLocation").get("uri").asString()).endsWith("application.yml");
            assertThat(place.get("region").get("startLine").asInt()).isPositive();
        });
        assertThat(sarif.toString()).doesNotContain("not-a-real-one");
    }

    private static JsonNode read(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
