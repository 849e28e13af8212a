package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Rule;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RulesCommandTest {
    @Test
    void listsEveryRuleWorstFirst() {
        var run = CommandRun.of("rules");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out().lines()).hasSize(Rules.all().size());
        assertThat(run.out())
                .startsWith("critical  ")
                .containsPattern(
                        "(?m)^high +missing-login-timeout +timeouts +application +The log-in has no time limit$");
    }

    @Test
    void jsonTellsOfEachRuleWhatItsPageSays() {
        var rules = JsonMapper.shared()
                .readTree(CommandRun.of("rules", "--format", "json").out());

        assertThat(rules).hasSize(Rules.all().size()).allSatisfy(rule -> {
            assertThat(rule.propertyNames()).containsExactly("id", "family", "severity", "owner", "title", "page");
            assertThat(Path.of("..", rule.get("page").asString()))
                    .content()
                    .startsWith("# " + rule.get("title").asString() + "\n")
                    .contains("`" + rule.get("id").asString() + "` · "
                            + rule.get("severity").asString() + " · owner: "
                            + rule.get("owner").asString());
        });
    }

    @Test
    void filtersByFamilyAndSeverity() {
        var wanted = Rules.all().stream()
                .filter(rule -> rule.family().equals("timeouts") && rule.severity() == Severity.HIGH)
                .map(Rule::id)
                .toList();

        assertThat(wanted).isNotEmpty();
        assertThat(CommandRun.of("rules", "--family", "timeouts", "--severity", "high")
                        .out()
                        .lines())
                .hasSize(wanted.size())
                .allMatch(line -> line.startsWith("high ") && line.contains(" timeouts "));
        assertThat(CommandRun.of("rules", "--family", "tls,pool").out())
                .contains(" tls ")
                .contains(" pool ")
                .doesNotContain(" timeouts ");
    }

    @Test
    void anUnknownFamilyNamesTheNearest() {
        var run = CommandRun.of("rules", "--family", "timeout");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no family 'timeout'; nearest: 'timeouts'");
    }

    @Test
    void markdownIsAnIndexByFamily() {
        assertThat(CommandRun.of("rules", "--format", "markdown").out())
                .startsWith("# Rules of `taut check`\n")
                .contains("\n## timeouts\n")
                .contains("| [missing-login-timeout](rules/missing-login-timeout.md) | high | application | "
                        + "The log-in has no time limit |\n");
    }
}
