package dev.tautline.cli;

import java.util.List;

/// Lets tests of other packages hold a documented command against the real command line, without running it.
public final class DocumentedCommand {
    private DocumentedCommand() {}

    /// @throws picocli.CommandLine.ParameterException when a user who types this would be refused
    public static void parse(List<String> arguments) {
        Main.commandLine().parseArgs(arguments.toArray(String[]::new));
    }
}
