package dev.tautline.cli;

import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.catalogue.Parameter;
import dev.tautline.lab.fault.Group;
import dev.tautline.labdoor.DoorClosed;
import dev.tautline.labdoor.DoorRefused;
import dev.tautline.labdoor.LabVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut fault`: the catalogue of faults, and a stage that runs in lab mode.
@InGroup(CommandGroup.RUN)
@Command(
        name = "fault",
        mixinStandardHelpOptions = true,
        description = "List faults; inject them into a stage of taut up --lab.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Faults strike what 'taut up --lab' has started on this machine, and nothing else.",
            "",
            "Exit code: 0 done, 1 cannot be injected or healed there, 2 unusable input, 3 no such stage runs."
        })
final class FaultCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the kinds of faults.")
    int list(
            @Option(
                            names = "--group",
                            paramLabel = "GROUP",
                            description = "Only those of a group: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    Group group) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("FAULT", "GROUP", "WHAT HAPPENS"));
        Faults.all().stream()
                .filter(kind -> group == null || kind.group() == group)
                .forEach(kind -> rows.add(List.of(
                        kind.id(), Lowercase.of(kind.group()), kind.page().title())));
        new TextTable(rows).print(spec.commandLine().getOut());
        return ExitCode.CLEAN;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show a fault's page and its parameters; without a name, what is in force.")
    int show(
            @Parameters(paramLabel = "FAULT", arity = "0..1", description = "Its id.") @Nullable String id,
            @Option(names = "--data", paramLabel = "DIR", defaultValue = ".taut", description = "Of 'taut up'.")
                    Path data) {
        if (id == null) {
            return asking(data, visitor -> {
                visitor.all().forEach(held -> out("%s  since %s  %s".formatted(held.id(), held.since(), held.fault())));
                return ExitCode.CLEAN;
            });
        }
        var kind = kind(id);
        out(kind.page().text().strip());
        if (!kind.parameters().isEmpty()) {
            out("");
            parameters(kind);
        }
        return ExitCode.CLEAN;
    }

    @Command(
            name = "inject",
            mixinStandardHelpOptions = true,
            description = "Inject a fault; returns when it is in force, and it stays until it is healed.")
    int inject(
            @Parameters(
                            paramLabel = "FAULT",
                            arity = "1..*",
                            description = "Its id, then its parameters as name=value; the usual ones are left out.")
                    List<String> words,
            @Option(names = "--data", paramLabel = "DIR", defaultValue = ".taut", description = "Of 'taut up'.")
                    Path data) {
        try {
            Faults.parse(words);
        } catch (FaultRefused refused) {
            throw new UsageException(String.join(System.lineSeparator(), refused.problems()));
        }
        return asking(data, visitor -> {
            var held = visitor.inject(String.join(" ", words));
            out("in force: %s; heal it with 'taut fault heal %s'".formatted(held.fault(), held.id()));
            return ExitCode.CLEAN;
        });
    }

    @Command(name = "heal", mixinStandardHelpOptions = true, description = "Heal a fault, or all that are in force.")
    int heal(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "As 'taut fault show' lists it.") @Nullable
                    String id,
            @Option(names = "--all", description = "All that are in force.") boolean all,
            @Option(names = "--data", paramLabel = "DIR", defaultValue = ".taut", description = "Of 'taut up'.")
                    Path data) {
        if (all == (id != null)) {
            throw new UsageException("name a fault that is in force, or say --all: one of both");
        }
        return asking(data, visitor -> {
            var healed = id == null
                    ? visitor.all().reversed().stream()
                            .map(held -> visitor.heal(held.id()))
                            .toList()
                    : List.of(visitor.heal(id));
            healed.forEach(held -> out("healed: " + held.fault()));
            return ExitCode.CLEAN;
        });
    }

    private int asking(Path data, Function<LabVisitor, Integer> work) {
        try (var visitor = LabVisitor.at(data)) {
            return work.apply(visitor);
        } catch (DoorClosed closed) {
            err(String.valueOf(closed.getMessage()));
            return ExitCode.CANNOT_TELL;
        } catch (DoorRefused refused) {
            if (refused.isUnusable()) {
                throw new UsageException(String.valueOf(refused.getMessage()));
            }
            err(String.valueOf(refused.getMessage()));
            return ExitCode.FINDINGS;
        }
    }

    private void parameters(FaultKind kind) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("PARAMETER", "USUALLY", "MILD", "SEVERE", "MEANS"));
        for (Parameter parameter : kind.parameters()) {
            rows.add(List.of(
                    parameter.name(),
                    shown(parameter.usual()),
                    shown(parameter.mild()),
                    shown(parameter.severe()),
                    parameter.says()));
        }
        new TextTable(rows).print(spec.commandLine().getOut());
    }

    private static FaultKind kind(String id) {
        try {
            return Faults.kind(id);
        } catch (FaultRefused refused) {
            throw new UsageException(String.join(System.lineSeparator(), refused.problems()));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void err(String line) {
        spec.commandLine().getErr().println("taut: " + line);
    }
}
