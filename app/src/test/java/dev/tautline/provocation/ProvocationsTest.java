package dev.tautline.provocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No diagnosis without a test that makes it happen.
class ProvocationsTest {
    private static final Path TABLE = Path.of("..", "docs", "reference", "diagnoses.md");
    private static final Path WANTED = Path.of("target", "diagnoses.md");

    private final Provocations provocations = Provocations.inThisPackage();

    @Test
    void everyDiagnosisIsProvoked() {
        assertThat(provocations.kinds()).containsExactlyInAnyOrder(FailureKind.values());
    }

    @Test
    void theTableSaysOnWhatEachWasShown() throws IOException {
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, table());

        assertThat(TABLE).as("copy app/%s to docs/reference", WANTED).hasSameTextualContentAs(WANTED);
    }

    private String table() {
        var table = new StringBuilder("""
                # Diagnoses of the ladder

                Every way in which a step of `taut probe` can fail, in the order of the steps. `taut explain` prints a page, too; words
                in braces stand for the target's own. A test provokes each diagnosis, on what the last column says; *recorded words*
                means that a listener says what a server was heard to say, because it cannot be had for real in a test.

                | diagnosis | what it means | owner | shown on |
                |---|---|---|---|
                """);
        for (var kind : FailureKind.values()) {
            var title = kind.page().lines().findFirst().orElseThrow().substring("# ".length());
            var grounds = provocations.grounds(kind).stream().map(Ground::words).collect(Collectors.joining(", "));
            table.append("| [%s](diagnoses/%s.md) | %s | %s | %s |%n"
                    .formatted(kind.id(), kind.id(), title, kind.owner().name().toLowerCase(Locale.ROOT), grounds));
        }
        return table.toString();
    }

    /// `WordsTest` says of each why it cannot be had for real.
    @Test
    void onlyAFewAreNot() {
        var staged = EnumSet.allOf(FailureKind.class);
        staged.removeIf(kind -> !provocations.grounds(kind).equals(EnumSet.of(Ground.WORDS)));

        assertThat(staged)
                .containsExactlyInAnyOrder(
                        FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED,
                        FailureKind.NOT_ACCEPTING_CONNECTIONS,
                        FailureKind.POOLER_DATABASE_DISABLED,
                        FailureKind.SERVER_CANNOT_FORK,
                        FailureKind.SERVER_DISK_FULL,
                        FailureKind.TENANT_UNKNOWN,
                        FailureKind.TOO_MANY_CONNECTIONS);
    }
}
