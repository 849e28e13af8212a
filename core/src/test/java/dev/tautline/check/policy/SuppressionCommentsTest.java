package dev.tautline.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionCommentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.yml | size: 1 # taut:ignore a-rule reason: why | 1",
                "context.xml | <Resource/> <!-- taut:ignore a-rule reason: why --> | 1",
                "application.conf | size = 1 // taut:ignore a-rule reason: why | 1",
                "build.gradle | // taut:ignore a-rule reason: why | 2",
                "pgbouncer.ini | ; taut:ignore a-rule reason: why | 2",
                "application.properties | # taut:ignore a-rule reason: why | 2",
                ".env | DB=1 # taut:ignore a-rule reason: why | 1"
            })
    void readsTheCommentsOfEachKindOfFile(String file, String text, int line) {
        var comments = new SuppressionComments(List.of("a-rule"));
        comments.read(Path.of(file), text + "\nnext");

        assertThat(comments.problems()).isEmpty();
        assertThat(comments.found()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(line);
            assertThat(one.reason()).isEqualTo("why");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.properties | size=1 # taut:ignore a-rule reason: why",
                "application.yml | text: a#taut:ignore a-rule reason: why",
                "application.yml | // taut:ignore a-rule reason: why"
            })
    void leavesAloneWhatIsNoCommentThere(String file, String text) {
        var comments = new SuppressionComments(List.of("a-rule"));
        comments.read(Path.of(file), text);

        assertThat(comments.found()).isEmpty();
    }

    @Test
    void severalRulesShareAReason() {
        var comments = new SuppressionComments(List.of("a", "b"));
        comments.read(Path.of("x.yml"), "# taut:ignore a, b reason: see: the page");

        assertThat(comments.found()).extracting(InlineSuppression::rule).containsExactly("a", "b");
        assertThat(comments.found()).extracting(InlineSuppression::reason).containsOnly("see: the page");
    }

    @Test
    void aCommentWithoutAnyRuleIsAProblem() {
        var comments = new SuppressionComments(List.of("a"));
        comments.read(Path.of("x.yml"), "\n  # taut:ignore\n");

        assertThat(comments.problems()).singleElement().asString().startsWith("x.yml:2:3: no rule is named");
    }
}
