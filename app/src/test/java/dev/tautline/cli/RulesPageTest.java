package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference page is what `taut rules --format markdown` prints.
class RulesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "rules.md");
    private static final Path WANTED = Path.of("target", "rules.md");

    @Test
    void pageSaysWhatTheCatalogueSays() throws IOException {
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, CommandRun.of("rules", "--format", "markdown").out());

        assertThat(PAGE).as("copy app/%s to docs/reference", WANTED).hasSameTextualContentAs(WANTED);
    }
}
