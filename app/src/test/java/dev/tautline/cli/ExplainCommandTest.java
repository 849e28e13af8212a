package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.rules.Rules;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    @Test
    void printsTheRulesPage() {
        var run = CommandRun.of("explain", "missing-socket-timeout");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out())
                .startsWith("# Reading an answer has no time limit\n")
                .contains("## Why it hurts")
                .contains("## How to fix");
    }

    @Test
    void anUnknownRuleNamesTheNearest() {
        var run = CommandRun.of("explain", "mising-socket-timeout");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no rule 'mising-socket-timeout'; nearest: 'missing-socket-timeout'");
    }

    @Test
    void withoutARuleItSaysHowToListThem() {
        var run = CommandRun.of("explain");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("explain --list");
    }

    @Test
    void listsEveryRule() {
        var run = CommandRun.of("explain", "--list");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out().lines()).hasSize(Rules.all().size());
        assertThat(run.out()).contains("critical  multi-host-without-target-server-type");
    }
}
