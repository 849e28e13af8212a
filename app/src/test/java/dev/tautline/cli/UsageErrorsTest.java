package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Each mistake is answered by exit code 2 and one line.
class UsageErrorsTest {
    enum Format {
        TEXT,
        JSON
    }

    @Command(name = "sail")
    static final class Sail implements Runnable {
        @Option(names = {"-f", "--format"})
        Format format = Format.TEXT;

        @Option(names = "--seconds")
        int seconds;

        @Parameters
        String port = "";

        @Override
        public void run() {}
    }

    @Command(
            name = "ship",
            subcommands = {Sail.class, Moor.class})
    static final class Ship {}

    @Command(name = "moor")
    static final class Moor {}

    @Test
    void namesTheNearestCommand() {
        assertThat(answer("sial")).isEqualTo("ship: unknown command 'sial'; nearest: 'sail'");
    }

    @Test
    void listsTheCommandsWhereNoneIsNear() {
        assertThat(answer("fly", "--high")).isEqualTo("ship: unknown command 'fly'; commands: sail, moor");
    }

    @Test
    void namesTheNearestOption() {
        assertThat(answer("sail", "x", "--fromat=json"))
                .isEqualTo("ship sail: unknown option '--fromat'; nearest: '--format'");
    }

    @Test
    void pointsAtTheHelpWhereNoOptionIsNear() {
        assertThat(answer("sail", "x", "--zzz")).isEqualTo("ship sail: unknown option '--zzz'; see 'ship sail --help'");
    }

    @Test
    void neverRepeatsTheValueOfAnUnknownOption() {
        assertThat(answer("sail", "x", "--password=hunter2")).doesNotContain("hunter2");
    }

    @Test
    void namesTheNearestValue() {
        assertThat(answer("sail", "x", "--format=jsn"))
                .startsWith("ship sail: Invalid value for option '--format'")
                .contains("[TEXT, JSON]", "'jsn'")
                .endsWith("nearest: 'JSON'");
    }

    @Test
    void saysWhatANumberMustBe() {
        assertThat(answer("sail", "x", "--seconds=soon"))
                .isEqualTo("ship sail: Invalid value for option '--seconds': 'soon' is not an int"
                        + "; see 'ship sail --help'");
    }

    @Test
    void namesTheMissingParameter() {
        assertThat(answer("sail")).isEqualTo("ship sail: Missing required parameter: '<port>'; see 'ship sail --help'");
    }

    @Test
    void refusesAnArgumentTooMany() {
        assertThat(answer("moor", "here")).isEqualTo("ship moor: unexpected argument 'here'; see 'ship moor --help'");
    }

    private static String answer(String... arguments) {
        var err = new StringWriter();
        var code = new CommandLine(new Ship())
                .setParameterExceptionHandler(new UsageErrors())
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).endsWith("\n").containsOnlyOnce("\n");
        return err.toString().strip();
    }
}
