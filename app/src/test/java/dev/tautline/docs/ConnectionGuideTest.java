package dev.tautline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The defaults that the guide tells are those of the reference, which is written from the vocabulary of settings.
class ConnectionGuideTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| `([^`|]+)` \\| ([^|]+) \\|");
    private static final String REFERENCE =
            Document.read(Path.of("docs/reference/settings.md")).text();

    private record Told(String product, String setting, String value) {}

    static Stream<Told> told() {
        var guide = Document.read(Path.of("docs/guides/configuring-connections.md"));
        return ROW.matcher(guide.text())
                .results()
                .map(row -> new Told(row.group(1), row.group(2), row.group(3).strip()));
    }

    @ParameterizedTest
    @MethodSource("told")
    void tellsTheDefaultOfTheReference(Told told) {
        var known = told.value().matches(".*\\(from .*")
                ? told.value().replaceFirst("(.+) \\(from (\\S+); before: (.+)\\)", "`$3`; `$1` (from $2)")
                : "`" + told.value() + "`";

        assertThat(cells(told)).as(told.toString()).contains(known);
    }

    @Test
    void hasRowsToCompare() {
        assertThat(told()).hasSizeGreaterThan(20);
    }

    /// Of the row of a setting in the section of its product.
    private static List<String> cells(Told told) {
        var section = REFERENCE.substring(REFERENCE.indexOf("\n## " + told.product() + "\n"));
        var row = Pattern.compile("(?m)^\\| `" + Pattern.quote(told.setting()) + "`(?: \\(from [^)]*\\))? \\|.*$")
                .matcher(section);
        assertThat(row.find()).as(told + " in the reference").isTrue();
        return Stream.of(row.group().split("\\|")).map(String::strip).toList();
    }
}
