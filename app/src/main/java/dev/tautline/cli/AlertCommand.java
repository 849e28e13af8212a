package dev.tautline.cli;

import picocli.CommandLine.Command;

/// `taut alert`: trying the channels, and keeping them quiet.
@InGroup(CommandGroup.RUN)
@Command(
        name = "alert",
        mixinStandardHelpOptions = true,
        description = "Try the channels to people; silence what is known.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AlertTestCommand.class, SilenceCommand.class})
final class AlertCommand {}
