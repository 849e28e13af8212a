package dev.tautline.cli;

import picocli.CommandLine.Command;

/// The root command. A new command is one class, its test, and one line in `subcommands`.
@Command(
        name = "taut",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Keeps the line between a service and its database taut.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
final class Taut {}
