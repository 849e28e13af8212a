package dev.tautline.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table in `examples/README.md` is true: broken examples show exactly its findings, mended ones none.
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+) \\| (\\S+:\\d+:\\d+) \\| ([a-z-]+) \\|$");

    static Stream<Path> examples() throws IOException {
        try (var entries = Files.list(EXAMPLES)) {
            return entries
                    .filter(Files::isDirectory)
                    // One is a guard's file, and has no twin.
                    .filter(example -> !example.endsWith("watch"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theBrokenOneShowsExactlyWhatTheTableSays(Path example) throws IOException {
        var folder = example.resolve("broken");

        assertThat(review(folder).findings())
                .extracting(finding -> told(folder, finding))
                .containsExactlyInAnyOrderElementsOf(expected(example))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMendedOneIsClean(Path example) {
        var folder = example.resolve("mended");
        var report = review(folder);

        assertThat(folder).isDirectory();
        assertThat(report.findings()).isEmpty();
        assertThat(report.problems()).isEmpty();
    }

    private static String told(Path folder, Finding finding) {
        var place = finding.at().place().orElseThrow();
        return folder.relativize(place.file()) + ":" + place.line() + ":" + place.column() + " " + finding.rule();
    }

    private static List<String> expected(Path example) throws IOException {
        return ROW.matcher(Files.readString(EXAMPLES.resolve("README.md")))
                .results()
                .filter(row -> Path.of(row.group(1)).equals(example.getFileName()))
                .map(row -> row.group(2) + " " + row.group(3))
                .toList();
    }

    private static Report review(Path folder) {
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(Rules.all()).review(read.link(), read.problems());
    }
}
