package dev.tautline.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Suppressed;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final String RULE = "pool-too-small-for-request-threads";
    private static final String YAML = """
            spring:
              datasource:
                url: jdbc:postgresql://db.example/shop?ApplicationName=till&loginTimeout=5&socketTimeout=30&sslmode=verify-full
                hikari:
                  connection-timeout: 3000
                  validation-timeout: 1500
                  leak-detection-threshold: 60000
                  maximum-pool-size: 1%s
              jpa.open-in-view: false
            """;

    @TempDir
    private Path folder;

    @Test
    void aCommentOnTheLineSuppressesWithItsReason() throws IOException {
        var report = review(YAML.formatted(" # taut:ignore " + RULE + " reason: one batch at a time"), Policy.NONE);

        assertThat(report.findings()).extracting("rule").doesNotContain(RULE);
        assertThat(report.suppressed()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Suppressed.Kind.INLINE);
            assertThat(one.reason()).isEqualTo("one batch at a time");
            assertThat(one.finding().rule()).isEqualTo(RULE);
        });
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void aCommentAloneCoversTheNextLineThatIsNoComment() throws IOException {
        var yaml = YAML.formatted("")
                .replace(
                        "      maximum-pool-size",
                        "      # taut:ignore " + RULE + " reason: a batch\n      # of one\n      maximum-pool-size");

        assertThat(review(yaml, Policy.NONE).suppressed()).hasSize(1);
    }

    @Test
    void aSuppressionWithoutReasonIsAProblemAndSuppressesNothing() throws IOException {
        var report = review(YAML.formatted(" # taut:ignore " + RULE), Policy.NONE);

        assertThat(report.findings()).extracting("rule").contains(RULE);
        assertThat(messages(report.problems())).singleElement().asString().contains(":8:28: ", "needs a reason");
    }

    @Test
    void anUnknownRuleNamesTheNearest() throws IOException {
        var report = review(YAML.formatted(" # taut:ignore pool-to-small-for-request-threads reason: x"), Policy.NONE);

        assertThat(messages(report.problems()))
                .singleElement()
                .asString()
                .contains("no rule 'pool-to-small-for-request-threads'; nearest: '" + RULE + "'");
    }

    @Test
    void aSuppressionThatSuppressesNothingIsANoteOnly() throws IOException {
        var report = review(YAML.formatted("") + "# taut:ignore password-in-file reason: none\n", Policy.NONE);

        assertThat(report.problems()).isEmpty();
        assertThat(messages(report.notes())).singleElement().asString().contains(":10:1: suppresses nothing");
    }

    @Test
    void anEntryOfTheListHoldsUpToItsDayAndNamesItsEnd() throws IOException {
        var ignore = new Ignore(
                RULE,
                folder,
                "**.yml",
                "a batch",
                Optional.of(TODAY),
                new Origin.InFile(Path.of("taut.yaml"), 3, 7, ""));
        var policy = new Policy(Set.of(), Map.of(), List.of(ignore), Optional.empty());

        assertThat(review(YAML.formatted(""), policy, TODAY).suppressed())
                .extracting(Suppressed::kind)
                .containsExactly(Suppressed.Kind.IGNORED);
        var later = review(YAML.formatted(""), policy, TODAY.plusDays(1));
        assertThat(later.suppressed()).isEmpty();
        assertThat(messages(later.notes())).containsExactly("taut.yaml:3:7: ended on 2026-05-04: " + RULE);
    }

    @Test
    void anEntryOfTheListThatFitsNoFileIsANote() throws IOException {
        var ignore = new Ignore(
                "*", folder, "legacy/**", "old", Optional.empty(), new Origin.InFile(Path.of("taut.yaml"), 3, 7, ""));
        var report = review(YAML.formatted(""), new Policy(Set.of(), Map.of(), List.of(ignore), Optional.empty()));

        assertThat(report.suppressed()).isEmpty();
        assertThat(messages(report.notes())).singleElement().asString().contains("ignores nothing");
    }

    @Test
    void aBaselineSurvivesMovedLinesAndCountsOneMoreAsNew() throws IOException {
        var found = review(YAML.formatted(""), Policy.NONE).findings();
        var policy = Policy.NONE.withBaseline(Baseline.of(folder.resolve("baseline.json"), found));

        var moved = review("# moved\n\n" + YAML.formatted(""), policy);
        assertThat(moved.findings()).isEmpty();
        assertThat(moved.suppressed()).hasSameSizeAs(found);
        var twice = review(
                YAML.formatted("") + "---\nspring.config.activate.on-profile: till-2\n"
                        + "spring.datasource.hikari.maximum-pool-size: 2\n",
                policy);
        assertThat(twice.findings()).isNotEmpty();
    }

    @Test
    void aMendedEntryOfTheBaselineIsToBeRemoved() throws IOException {
        var found = review(YAML.formatted(""), Policy.NONE).findings();
        var policy = Policy.NONE.withBaseline(Baseline.of(folder.resolve("baseline.json"), found));

        var report = review(YAML.formatted("").replace("maximum-pool-size: 1", "maximum-pool-size: 20"), policy);
        assertThat(messages(report.notes()))
                .singleElement()
                .asString()
                .contains("mended, remove it", RULE + " at application.yml spring.datasource.hikari.maximum-pool-size");
    }

    @Test
    void aRuleThatIsOffIsNotAskedAndASeverityIsReplaced() throws IOException {
        var off = new Policy(Set.of(RULE), Map.of(), List.of(), Optional.empty());
        var critical = new Policy(Set.of(), Map.of(RULE, Severity.CRITICAL), List.of(), Optional.empty());

        assertThat(review(YAML.formatted(""), off).findings()).isEmpty();
        assertThat(review(YAML.formatted(""), critical).worst()).contains(Severity.CRITICAL);
    }

    @Test
    void aSeverityDoesNotRaiseWhatOnlyADevelopmentProfileHas() throws IOException {
        Files.writeString(folder.resolve("application-dev.yml"), "spring.datasource.hikari.maximum-pool-size: 1\n");
        var critical = new Policy(Set.of(), Map.of(RULE, Severity.CRITICAL), List.of(), Optional.empty());
        var report = review(YAML.formatted("").replace("maximum-pool-size: 1", "maximum-pool-size: 20"), critical);

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals(RULE))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW));
    }

    private Report review(String yaml, Policy policy) throws IOException {
        return review(yaml, policy, TODAY);
    }

    private Report review(String yaml, Policy policy, LocalDate today) throws IOException {
        Files.writeString(folder.resolve("application.yml"), yaml);
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Review(Rules.all(), policy, ReviewTest::text, today).of(read.link(), read.problems());
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> messages(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
