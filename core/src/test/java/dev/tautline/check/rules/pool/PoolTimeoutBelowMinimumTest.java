package dev.tautline.check.rules.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.reader.ApplicationFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTimeoutBelowMinimumTest {
    @TempDir
    private Path path;

    @Test
    void takesASmallNumberForSeconds() {
        assertThat(found("5").edit())
                .isInstanceOfSatisfying(
                        Edit.Replace.class, edit -> assertThat(edit.value()).isEqualTo("5000"));
    }

    @Test
    void leavesOneThatIsMerelyTooShortToAPerson() {
        assertThat(found("200").edit()).isInstanceOf(Edit.Decide.class);
        assertThat(found("200").consequence()).doesNotContain("meant in seconds");
    }

    private Finding found(String connectionTimeout) {
        var client = new ApplicationFolder(path)
                .write("application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://db/shop
                  hikari.connection-timeout: %s
                """.formatted(connectionTimeout))
                .client();
        return ((Verdict.Violation) new PoolTimeoutBelowMinimum().judge(client))
                .findings()
                .getFirst();
    }
}
