package dev.tautline.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the guide shows is what runs here and in the lab.
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guides", "faults-in-your-tests.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/dev/tautline/example/Bookings.java"),
            Path.of("src/test/java/dev/tautline/example/BookingsUnderFaultsLabTest.java"),
            Path.of("../lab/src/test/java/dev/tautline/lab/junit/LabExtensionLabTest.java"));

    @Test
    void showsNothingThatDoesNotRun() throws IOException {
        var sources = new StringBuilder();
        for (var source : SOURCES) {
            sources.append(Files.readString(source));
        }
        var shown = JAVA.matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();

        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(shown).allSatisfy(block -> assertThat(sources).contains(block));
    }
}
