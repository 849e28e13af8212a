package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The reference page is a copy of the catalogue in the code.
class DiagnosesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "diagnoses.md");
    private static final Path WANTED = Path.of("target", "diagnoses.md");

    @Test
    void pageSaysWhatTheCatalogueSays() throws IOException {
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, page());

        assertThat(PAGE).as("copy core/%s to docs/reference", WANTED).hasSameTextualContentAs(WANTED);
    }

    private static String page() {
        var page = new StringBuilder("""
                # Diagnoses of the ladder

                Every way in which a step of `taut probe` can fail. Words in braces stand for the target's own.
                Generated from `FailureKind`; a test compares the two.
                """);
        for (var kind : FailureKind.values()) {
            page.append("\n## ")
                    .append(kind.id())
                    .append("\n\n")
                    .append(kind.cause())
                    .append("\n\n");
            page.append("- **Owner:** ")
                    .append(kind.owner().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            page.append("- **Next:** `` ").append(kind.next()).append(" ``\n");
            page.append("- **Fix:** ").append(kind.fix()).append('\n');
        }
        return page.toString();
    }
}
