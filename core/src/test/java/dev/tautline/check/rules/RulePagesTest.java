package dev.tautline.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.finding.Report;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages are the rules' tests: each example that violates must be found, at the line it names, and no example that
/// passes may be.
class RulePagesTest {
    private static final List<String> HEADINGS =
            List.of("What it finds", "Why it hurts", "Violates", "Passes", "How to fix", "When to ignore", "Sources");

    @TempDir
    private Path folder;

    static Stream<Arguments> violating() {
        return Rules.all().stream()
                .flatMap(rule -> examples(rule).violating().stream().map(example -> Arguments.of(rule.id(), example)));
    }

    static Stream<Arguments> passing() {
        return Rules.all().stream()
                .flatMap(rule -> examples(rule).passing().stream().map(example -> Arguments.of(rule.id(), example)));
    }

    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violating")
    void findsTheDefectWhereThePageSaysItIs(String id, RulePageExamples.Case example) throws IOException {
        var report = review(id, example);

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings())
                .as(example.files().toString())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(id);
                    assertThat(placeIn(finding.at().place().orElseThrow().toString()))
                            .isEqualTo(example.found().orElseThrow());
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("passing")
    void findsNothingWhereThePageSaysItPasses(String id, RulePageExamples.Case example) throws IOException {
        var report = review(id, example);

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePageHasItsHeadingsItsSeverityAndExamplesOfBothKinds(Rule rule) {
        var page = RulePage.of(rule.id()).orElseThrow();

        assertThat(Pattern.compile("(?m)^## (.+)$")
                        .matcher(page.text())
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactlyElementsOf(HEADINGS);
        assertThat(page.text())
                .contains("\n`" + rule.id() + "` · " + lower(rule.severity()) + " · owner: " + lower(rule.owner())
                        + "\n");
        assertThat(examples(rule).violating()).isNotEmpty();
        assertThat(examples(rule).passing()).isNotEmpty();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static RulePageExamples examples(Rule rule) {
        return new RulePageExamples(RulePage.of(rule.id())
                .orElseThrow(() -> new AssertionError("docs/reference/rules/" + rule.id() + ".md is missing")));
    }

    private Report review(String id, RulePageExamples.Case example) throws IOException {
        for (var file : example.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(List.of(Rules.find(id).orElseThrow())).review(read.link(), read.problems());
    }

    private String placeIn(String place) {
        return place.replace(folder + "/", "").replaceFirst(":\\d+$", "");
    }
}
