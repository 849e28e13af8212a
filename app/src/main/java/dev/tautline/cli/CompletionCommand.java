package dev.tautline.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taut completion`: the script that lets a shell complete commands and options with the Tab key.
@InGroup(CommandGroup.SHELL)
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print the completion script for bash and zsh.",
        footer = {
            "",
            "In this shell:       source <(taut completion)",
            "bash, for good:      taut completion > ~/.local/share/bash-completion/completions/taut",
            "zsh, for good:       echo 'source <(taut completion)' >> ~/.zshrc"
        })
final class CompletionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        var all = Main.commandLine();
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(all.getCommandName(), all));
        out.flush();
    }
}
