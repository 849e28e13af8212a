package dev.tautline.cli;

import dev.tautline.settings.Nearest;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that cannot be used: one line that says what is wrong and the nearest thing that would do.
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var commandLine = e.getCommandLine();
        var command = commandLine.getCommandSpec();
        commandLine.getErr().println(command.qualifiedName() + ": " + problem(e, command));
        return ExitCode.USAGE;
    }

    private static String problem(ParameterException e, CommandSpec command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().getFirst(), command);
        }
        var allowed = candidates(e);
        var message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return e.getValue() == null || allowed.isEmpty()
                ? message + seeHelp(command)
                : message + nearest(e.getValue(), allowed, seeHelp(command));
    }

    private static String unmatched(String argument, CommandSpec command) {
        if (argument.startsWith("-")) {
            var name = argument.replaceFirst("=.*", "");
            return "unknown option '" + name + "'" + nearest(name, optionNames(command), seeHelp(command));
        }
        var commands = command.subcommands().keySet();
        if (commands.isEmpty()) {
            return "unexpected argument '" + argument + "'" + seeHelp(command);
        }
        return "unknown command '" + argument + "'"
                + nearest(argument, List.copyOf(commands), "; commands: " + String.join(", ", commands));
    }

    private static String nearest(String typed, List<String> valid, String otherwise) {
        return Nearest.to(typed, valid).map(name -> "; nearest: '" + name + "'").orElse(otherwise);
    }

    private static List<String> optionNames(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    private static List<String> candidates(ParameterException e) {
        var argument = e.getArgSpec();
        if (argument == null || argument.completionCandidates() == null) {
            return List.of();
        }
        return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .toList();
    }

    private static String seeHelp(CommandSpec command) {
        return "; see '" + command.qualifiedName() + " --help'";
    }
}
