package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.RulePage;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ExplainCommandTest {
    private static final int WIDTH = 60;

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
    void onATerminalHeadingsAreBoldCodeIsIndentedAndTextFits() {
        var out = new StringWriter();
        var page = RulePage.of("missing-login-timeout").orElseThrow();
        new PageText(new Screen(Ansi.ON, WIDTH)).render(page.text(), new PrintWriter(out, true));

        assertThat(out.toString())
                .startsWith("\u001b[1mThe log-in has no time limit")
                .doesNotContain("```")
                .doesNotContain("\u001b[21m");
        var plain = out.toString().replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat(plain)
                .contains("\nWhy it hurts\n")
                .contains("\n    spring:\n      datasource:\n")
                .contains("- pgjdbc issue 879:")
                .doesNotContain("<https");
        assertThat(plain.lines()).filteredOn(line -> !line.startsWith("    ")).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void printsTheDiagnosisPage() {
        var run = CommandRun.of("explain", "connection-refused");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out())
                .startsWith("# Nothing accepts connections on the port\n")
                .contains("## Look-alikes and what tells them apart", "## Who mends it");
    }

    @Test
    void printsTheCausesPage() {
        var run = CommandRun.of("explain", "synchronous-standby-missing");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out())
                .startsWith("# Commits wait for a synchronous standby\n")
                .contains("## How it is recognised", "## What to do");
    }

    @Test
    void anUnknownCauseNamesTheNearest() {
        assertThat(CommandRun.of("explain", "synchronous-standby-mising").err())
                .contains("nearest: 'synchronous-standby-missing'");
    }

    @Test
    void anUnknownDiagnosisNamesTheNearest() {
        assertThat(CommandRun.of("explain", "conection-refused").err()).contains("nearest: 'connection-refused'");
    }

    @Test
    void anUnknownRuleNamesTheNearest() {
        var run = CommandRun.of("explain", "mising-socket-timeout");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("no rule, diagnosis or cause 'mising-socket-timeout'; nearest: 'missing-socket-timeout'");
    }

    @Test
    void withoutARuleItSaysHowToListThem() {
        var run = CommandRun.of("explain");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'taut rules' lists");
    }
}
