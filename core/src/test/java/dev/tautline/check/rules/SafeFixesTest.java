package dev.tautline.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.fix.FixPlan;
import dev.tautline.check.fix.UnifiedDiff;
import dev.tautline.check.policy.Fingerprint;
import dev.tautline.finding.Finding;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every edit that a rule calls safe is made, on every example that there is: the finding is gone, no other came, and
/// no line changed that no edit is about.
class SafeFixesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    @TempDir
    private Path folder;

    static Stream<Arguments> pages() {
        return Rules.all().stream()
                .flatMap(rule -> new RulePageExamples(RulePage.of(rule.id()).orElseThrow())
                        .violating().stream().map(example -> Arguments.of(rule.id(), example)));
    }

    static Stream<Path> examples() throws IOException {
        try (var entries = Files.list(EXAMPLES)) {
            return entries.filter(example -> Files.isDirectory(example.resolve("broken"))).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pages")
    void aSafeEditOfAPageMendsItsFinding(String id, RulePageExamples.Case example) throws IOException {
        for (var file : example.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertMends(List.of(Rules.find(id).orElseThrow()));
        assertMends(Rules.all());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSafeEditOfAnExampleMendsItsFinding(Path example) throws IOException {
        try (var files = Files.walk(example.resolve("broken"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(example.resolve("broken").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        assertMends(Rules.all());
    }

    @Test
    void someRulesCallTheirEditsSafe() throws IOException {
        Files.writeString(
                folder.resolve("application.properties"),
                "spring.datasource.url=jdbc:postgresql://db/shop?socketTimout=30\n");

        assertThat(review(Rules.all()))
                .filteredOn(finding -> finding.fix() == Finding.Fix.SAFE)
                .isNotEmpty();
    }

    private void assertMends(List<Rule> rules) throws IOException {
        var before = review(rules);
        var plan = FixPlan.of(before, SafeFixesTest::text);
        for (var file : plan.files()) {
            Files.writeString(file.file(), file.after());
            var diff = UnifiedDiff.of("x", file.before(), file.after());
            assertThat(diff.lines().skip(2).filter(line -> line.startsWith("-")))
                    .as(diff)
                    .hasSizeLessThanOrEqualTo(file.mended().size());
        }
        var mended =
                plan.files().stream().flatMap(file -> file.mended().stream()).toList();
        var after = keys(review(rules));
        assertThat(keys(mended)).as("mended").noneMatch(after::contains);
        after.removeAll(keys(before));
        assertThat(after).as("new findings").isEmpty();
    }

    private Set<String> keys(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " "
                        + Fingerprint.of(finding, folder)
                                .map(Fingerprint::toString)
                                .orElse("") + " "
                        + finding.read().getFirst().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Finding> review(List<Rule> rules) {
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(rules).review(read.link(), read.problems()).findings();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
