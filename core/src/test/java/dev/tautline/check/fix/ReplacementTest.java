package dev.tautline.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Edit;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where an edit changes a file, in lines and columns.
class ReplacementTest {
    private static final Path FILE = Path.of("application.yml");
    private static final String TEXT =
            "spring:\r\n  datasource:\r\n    url: \"jdbc:postgresql://db/ä\"\r\n    size: 5\r\n";

    @Test
    void replacesAValueAndNothingElse() {
        assertThat(of(new Edit.Replace(at(4, 11, "size"), "size", "50")))
                .contains(new Replacement(FILE, 4, 11, 4, 12, "50"));
    }

    @Test
    void insertsBetweenTwoLettersOfALine() {
        assertThat(of(new Edit.AddParameter(at(3, 11, "url"), "loginTimeout", "5")))
                .contains(new Replacement(FILE, 3, 33, 3, 33, "?loginTimeout=5"));
    }

    @Test
    void addsALineBelowWithTheFilesOwnEnding() {
        assertThat(of(new Edit.Add(at(4, 11, "spring.datasource.size"), "spring.datasource.least", "1")))
                .contains(new Replacement(FILE, 5, 1, 5, 1, "    least: 1\r\n"));
    }

    @Test
    void leavesToAPersonWhatIsNotPlain() {
        assertThat(of(new Edit.Decide(at(4, 11, "size"), "think"))).isEmpty();
        assertThat(of(new Edit.Replace(at(9, 1, "size"), "size", "50"))).isEmpty();
        assertThat(of(new Edit.Replace(new Origin.Given("the command line"), "size", "50")))
                .isEmpty();
        assertThat(Replacement.of(new Edit.Replace(at(4, 11, "size"), "size", "50"), gone -> Optional.empty()))
                .isEmpty();
    }

    private static Optional<Replacement> of(Edit edit) {
        return Replacement.of(edit, file -> Optional.of(TEXT));
    }

    private static Origin.InFile at(int line, int column, String key) {
        return new Origin.InFile(FILE, line, column, key);
    }
}
