package dev.tautline.cli;

import dev.tautline.link.Client;
import dev.tautline.settings.Nearest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut effective`: what really holds for each client, and who says so.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "effective",
        mixinStandardHelpOptions = true,
        description = "Print the merged connection settings, each with its origin.",
        footer = {
            "",
            "Clients first, then poolers, proxies and servers with what somebody chose for them. Without --all, of clients:",
            "what somebody chose, and the defaults that decide how a connection behaves.",
            "",
            "Exit codes: 0 printed, 2 wrong usage, 3 neither client, hop nor server was found."
        })
final class EffectiveCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL",
            description = "Files, folders and JDBC URLs to read (default: the current folder).")
    private List<String> inputs = List.of(".");

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private EffectiveFormat format = EffectiveFormat.TEXT;

    @Option(names = "--all", description = "Print every default, too.")
    private boolean all;

    @Option(names = "--service", paramLabel = "NAME", description = "Print the clients of this service only.")
    private @Nullable String service;

    @Mixin
    private ReadOptions reading = new ReadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var read = reading.read("effective", inputs);
        var clients = asked(read.link().clients()).stream()
                .map(client -> EffectiveClient.of(client, all))
                .toList();
        var parts = service == null ? EffectivePart.of(read.link()) : List.<EffectivePart>of();
        var out = spec.commandLine().getOut();
        format.renderer().render(new EffectiveFormat.Outcome(clients, parts, read.problems()), out);
        out.flush();
        return clients.isEmpty() && parts.isEmpty() ? ExitCode.CANNOT_TELL : ExitCode.CLEAN;
    }

    private List<Client> asked(List<Client> clients) {
        var name = service;
        if (name == null) {
            return clients;
        }
        var found =
                clients.stream().filter(client -> client.service().equals(name)).toList();
        if (found.isEmpty()) {
            var known =
                    clients.stream().map(Client::service).distinct().sorted().toList();
            throw new UsageException("effective: no service '" + name + "'"
                    + Nearest.to(name, known)
                            .map(nearest -> "; nearest: '" + nearest + "'")
                            .orElse(known.isEmpty() ? "" : "; services: " + String.join(", ", known)));
        }
        return found;
    }
}
