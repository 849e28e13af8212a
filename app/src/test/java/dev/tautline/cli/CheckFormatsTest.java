package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every form of the report, over one folder that has all there is to tell: findings of several severities and files, a
/// suppressed one, a rule that cannot tell, a file that cannot be read, and text that means something to the forms.
class CheckFormatsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeConfiguration() throws IOException {
        write("a b/ä/application.yml", """
                spring:
                  application.name: 'till <1> | 50% & @team'
                  datasource:
                    url: jdbc:postgresql://db.shop.example/shop?sslmode=require&ApplicationName=x
                    password: hunter2
                    hikari:
                      maximum-pool-size: 80
                      max-lifetime: 1000 # taut:ignore max-lifetime-below-minimum reason: a test | "x"
                """);
        write("a b/ä/postgresql.conf", "max_connections = 50\n");
        write("broken/application.yml", "spring:\n  datasource: [\n");
        write("open/application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://db.shop.example/shop
                  hikari.max-lifetime: ${POOL}
                """);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @EnumSource(CheckFormat.class)
    void noFormShowsASecretAndEachEndsWithALineBreak(CheckFormat format) {
        var run = check(format.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("hunter2").endsWith("\n");
    }

    @Test
    void sarifIsValidByItsPublishedSchema() {
        assertThat(ReportSchema.sarif().errors(check("sarif").out())).isEmpty();
        assertThat(ReportSchema.sarif()
                        .errors(CommandRun.of("check", "--format", "sarif", "../examples")
                                .out()))
                .isEmpty();
    }

    @Test
    void theSchemasRefuseWhatIsWrong() {
        var sarif = check("sarif").out();
        assertThat(ReportSchema.sarif().errors(sarif.replace("\"level\" : \"error\"", "\"level\" : \"bad\"")))
                .isNotEmpty();
        assertThat(ReportSchema.sarif().errors(sarif.replace("partialFingerprints", "partialFingerprint")))
                .isNotEmpty();
        assertThat(ReportSchema.json().errors(check("json").out().replace("\"high\"", "\"bad\"")))
                .isNotEmpty();
    }

    @Test
    void jsonIsValidByOurSchema() {
        assertThat(ReportSchema.json().errors(check("json").out())).isEmpty();
        assertThat(ReportSchema.json()
                        .errors(CommandRun.of("check", "--format", "json", "../examples")
                                .out()))
                .isEmpty();
    }

    @Test
    void sarifTellsAllAndPointsAtRuleAndPlace() {
        var run = json(check("sarif")).get("runs").get(0);
        var rules = run.get("tool").get("driver").get("rules");

        assertThat(rules)
                .hasSize(Rules.all().size())
                .allSatisfy(rule -> assertThat(rule.propertyNames())
                        .contains("id", "name", "shortDescription", "fullDescription", "help"));
        assertThat(run.get("results")).isNotEmpty().allSatisfy(result -> {
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(uri(result)).matches("file:///.*/a%20b/%C3%A4/(application.yml|postgresql.conf)|.*/open/.*");
        });
        assertThat(result(run, "pool-sum-exceeds-max-connections").get("relatedLocations"))
                .isNotEmpty();
        assertThat(result(run, "max-lifetime-below-minimum").get("suppressions"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("kind").asString()).isEqualTo("inSource");
                    assertThat(one.get("justification").asString()).isEqualTo("a test | \"x\"");
                });
        assertThat(run.get("invocations").get(0).get("toolExecutionNotifications"))
                .anyMatch(note -> note.get("level").asString().equals("error"))
                .anyMatch(note -> note.toString().contains("${POOL}"));
    }

    @Test
    void sarifTellsTheWholePageOfARuleAndTheFirstOfItsSources() {
        var rules = json(check("sarif"))
                .get("runs")
                .get(0)
                .get("tool")
                .get("driver")
                .get("rules");

        assertThat(rules).allSatisfy(rule -> {
            var page = RulePage.of(rule.get("id").asString()).orElseThrow();
            if (rule.has("helpUri")) {
                assertThat(page.section("Sources"))
                        .contains("<" + rule.get("helpUri").asString() + ">");
            } else {
                assertThat(page.section("Sources")).doesNotContain("<https://");
            }
            assertThat(rule.get("help").get("markdown").asString())
                    .isEqualTo(
                            RulePage.of(rule.get("id").asString()).orElseThrow().text());
            assertThat(rule.get("help").get("text").asString()).doesNotContain("## ");
        });
    }

    @Test
    void aFixOfSarifIsTheEditAtItsPlace() throws IOException {
        var run = json(check("sarif")).get("runs").get(0);

        var weak = result(run, "ssl-mode-does-not-verify").get("fixes").get(0);
        assertThat(weak.get("description").get("text").asString()).startsWith("change to sslmode: verify-full");
        assertThat(applied(weak)).contains("/shop?sslmode=verify-full&ApplicationName=x\n");

        var added = result(run, "missing-socket-timeout").get("fixes").get(0);
        assertThat(applied(added)).contains("&ApplicationName=x&socketTimeout=30\n");
        assertThat(result(run, "pool-sum-exceeds-max-connections").propertyNames())
                .doesNotContain("fixes");
    }

    private static String applied(JsonNode fix) throws IOException {
        var change = fix.get("artifactChanges").get(0);
        var text = Files.readString(
                Path.of(URI.create(change.get("artifactLocation").get("uri").asString())));
        var replacement = change.get("replacements").get(0);
        var region = replacement.get("deletedRegion");
        return text.substring(0, place(text, region, "start"))
                + replacement.get("insertedContent").get("text").asString()
                + text.substring(place(text, region, "end"));
    }

    private static int place(String text, JsonNode region, String which) {
        var place = 0;
        for (int line = 1; line < region.get(which + "Line").asInt(); line++) {
            place = text.indexOf('\n', place) + 1;
        }
        return place + region.get(which + "Column").asInt() - 1;
    }

    @Test
    void aFingerprintStaysWhenLinesMoveAndIsNeverGivenTwice() throws IOException {
        var before = fingerprints();
        var file = folder.resolve("a b/ä/application.yml");
        Files.writeString(file, "# moved\n\n" + Files.readString(file));

        assertThat(fingerprints()).isEqualTo(before).doesNotHaveDuplicates();
        Files.writeString(file, Files.readString(file).replace("    password: hunter2\n", ""));
        assertThat(new HashSet<>(fingerprints())).isNotEqualTo(new HashSet<>(before));
    }

    @Test
    void junitHasASuitePerFamilyAndCountsThatAdd() throws Exception {
        var root = xml(check("junit").out());

        var suites = children(root.getElementsByTagName("testsuite"));
        assertThat(suites)
                .extracting(suite -> suite.getAttribute("name"))
                .containsAll(Rules.all().stream().map(rule -> rule.family()).toList())
                .contains("reading");
        for (var outcome : List.of("failure", "error", "skipped")) {
            var attribute = outcome.equals("skipped") ? outcome : outcome + "s";
            var found = root.getElementsByTagName(outcome).getLength();
            assertThat(found).as(outcome).isPositive();
            assertThat(root.getAttribute(attribute)).isEqualTo(String.valueOf(found));
            assertThat(suites.stream().mapToInt(suite -> Integer.parseInt(suite.getAttribute(attribute))))
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(found));
        }
        assertThat(children(root.getElementsByTagName("testcase")))
                .extracting(one -> one.getAttribute("name"))
                .doesNotContain("");
        assertThat(children(root.getElementsByTagName("skipped")))
                .extracting(one -> one.getAttribute("message"))
                .anyMatch(why -> why.contains("${POOL}"))
                .contains("suppressed: a test | \"x\"");
    }

    @Test
    void junitOfACleanRunPasses() throws Exception {
        var root = xml(CommandRun.of("check", "--format", "junit", "../examples/pool-too-small/mended")
                .out());

        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(root.getAttribute("errors")).isEqualTo("0");
        assertThat(Integer.parseInt(root.getAttribute("tests")))
                .isEqualTo(Rules.all().size());
    }

    @Test
    void githubCommandsStayOnOneLineAndEscapeTheirText() {
        var lines = check("github").out().lines().toList();

        assertThat(lines.subList(0, lines.size() - 1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches("::(error|warning|notice) (file=[^:,]+,line=\\d+,col=\\d+,)?title=[^:,]*::.*"));
        assertThat(lines.getLast()).startsWith("taut check: 1 critical, ").contains("not decided; 1 suppressed");
        assertThat(String.join("\n", lines)).contains("%0A").contains("50%25");
    }

    @Test
    void gitlabHasWhatItsReportsNeed() {
        var findings = json(check("gitlab"));

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.propertyNames())
                    .containsExactly("description", "check_name", "fingerprint", "severity", "location");
            assertThat(finding.get("severity").asString()).isIn("blocker", "critical", "major", "minor");
            assertThat(finding.get("location").get("path").asString()).isNotEmpty();
            assertThat(finding.get("location").get("lines").get("begin").asInt())
                    .isPositive();
        });
        assertThat(findings.valueStream()
                        .map(finding -> finding.get("fingerprint").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void markdownCountsShowsEachFindingOnceAndMentionsNobody() {
        var run = check("markdown").out();

        assertThat(run)
                .startsWith("## taut check: 1 critical, ")
                .contains("| critical | 1 |\n")
                .contains("     7 |       maximum-pool-size: 80")
                .contains("**Could not be read**")
                .contains("till &lt;1&gt; \\| 50% &amp; &#64;team")
                .doesNotContain("@team");
        var findings = json(check("json")).get("findings").size();
        assertThat(IntStream.of(count(run, "<summary><b>"))).containsExactly(findings);
        assertThat(count(run, "<details>")).isEqualTo(count(run, "</details>"));
    }

    @Test
    void markdownStaysWithinAComment() throws IOException {
        for (int i = 0; i < 60; i++) {
            write("many/" + i + "/application.yml", "spring.datasource.url: jdbc:postgresql://10.0.0.1/shop\n");
        }
        var run = check("markdown").out();

        assertThat(run).contains(" more findings are not shown here.");
        assertThat(count(run, "<summary><b>")).isEqualTo(40);
    }

    private CommandRun check(String format) {
        return CommandRun.of("check", "--format", format, folder.toString());
    }

    private List<String> fingerprints() {
        return json(check("sarif"))
                .get("runs")
                .get(0)
                .get("results")
                .valueStream()
                .map(result -> result.get("partialFingerprints")
                        .get("tautRuleFileKey/v1")
                        .asString())
                .sorted()
                .toList();
    }

    private static JsonNode result(JsonNode run, String rule) {
        return run.get("results")
                .valueStream()
                .filter(result -> result.get("ruleId").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String uri(JsonNode result) {
        return result.get("locations")
                .get(0)
                .get("physicalLocation")
                .get("artifactLocation")
                .get("uri")
                .asString();
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static List<Element> children(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
