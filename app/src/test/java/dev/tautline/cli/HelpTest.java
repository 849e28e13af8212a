package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class HelpTest {
    @Test
    void listsEveryCommandOnceUnderTheHeadingOfItsGroup() {
        var help = CommandRun.of("--help");
        assertThat(help.code()).isZero();
        for (var command : Main.commandLine().getSubcommands().values()) {
            var spec = command.getCommandSpec();
            assertThat(spec.userObject().getClass())
                    .as("a command's class names its place in the help")
                    .hasAnnotation(InGroup.class);
            assertThat(lineOf(help.out(), spec.name()))
                    .startsWith("  " + spec.name() + " ")
                    .contains(spec.usageMessage().description()[0].substring(0, 10));
            assertThat(headingAbove(help.out(), spec.name()))
                    .isEqualTo(CommandGroup.of(spec).heading() + ":");
        }
    }

    /// The name is told by the class, so that not all annotations have to be read to find one command.
    @Test
    void everyCommandIsNamedAsItsClass() {
        assertThat(Taut.COMMANDS)
                .allSatisfy(command ->
                        assertThat(command.getAnnotation(Command.class).name()).isEqualTo(Main.name(command)));
    }

    @Test
    void describesEveryCommandInOneLineThatFitsATerminal() {
        assertThat(CommandRun.of("--help").out().lines()).allMatch(line -> line.length() <= 80, "at most 80 columns");
    }

    @Test
    void groupsAreListedInTheirOrder() {
        var headings = CommandRun.of("--help")
                .out()
                .lines()
                .filter(line -> line.matches("[A-Z][a-z ]+:") && !line.equals("Options:"))
                .toList();
        var used = Main.commandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(CommandGroup::of)
                .sorted()
                .distinct()
                .map(group -> group.heading() + ":")
                .collect(Collectors.toList());
        assertThat(headings).isEqualTo(used);
    }

    @Test
    void withoutACommandTheHelpIsTheAnswerToAMistake() {
        var run = CommandRun.of();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(CommandRun.of("--help").out());
    }

    @Test
    void versionNamesTautAndJava() {
        assertThat(CommandRun.of("--version").out().lines())
                .satisfiesExactly(
                        taut -> assertThat(taut).startsWith("taut "),
                        java -> assertThat(java).isEqualTo("Java " + Runtime.version()));
    }

    private static String lineOf(String help, String command) {
        var lines = help.lines()
                .filter(line -> line.startsWith("  " + command + " "))
                .toList();
        assertThat(lines).as("lines for " + command).hasSize(1);
        return lines.getFirst();
    }

    private static String headingAbove(String help, String command) {
        return help.lines()
                .takeWhile(line -> !line.startsWith("  " + command + " "))
                .filter(line -> line.endsWith(":"))
                .reduce("", (above, line) -> line);
    }
}
