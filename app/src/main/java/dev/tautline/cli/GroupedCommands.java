package dev.tautline.cli;

import java.util.Arrays;
import java.util.Collection;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.IHelpSectionRenderer;

/// The command list of `taut --help`, one block for each [CommandGroup] that has commands.
final class GroupedCommands implements IHelpSectionRenderer {
    private static final int INDENT = 2;

    @Override
    public String render(Help help) {
        var commands = help.subcommands().values();
        var nameWidth = INDENT + longestName(commands) + INDENT;
        var out = new StringBuilder();
        for (var group : CommandGroup.values()) {
            var members = commands.stream()
                    .filter(command -> CommandGroup.of(command.commandSpec()) == group)
                    .toList();
            if (!members.isEmpty()) {
                out.append(System.lineSeparator())
                        .append(help.colorScheme().text("@|bold " + group.heading() + ":|@"))
                        .append(System.lineSeparator())
                        .append(table(members, help, nameWidth));
            }
        }
        return out.toString();
    }

    private static int longestName(Collection<Help> commands) {
        return commands.stream()
                .mapToInt(command -> command.commandSpec().name().length())
                .max()
                .orElse(0);
    }

    private static Help.TextTable table(Collection<Help> commands, Help help, int nameWidth) {
        var colors = help.colorScheme();
        var width = help.commandSpec().usageMessage().width();
        var table = Help.TextTable.forColumns(
                colors, new Column(nameWidth, INDENT, Overflow.SPAN), new Column(width - nameWidth, 0, Overflow.WRAP));
        for (var command : commands) {
            var summary = Arrays.stream(command.commandSpec().usageMessage().description())
                    .findFirst()
                    .orElse("");
            table.addRowValues(colors.commandText(command.commandSpec().name()), colors.text(summary));
        }
        return table;
    }
}
