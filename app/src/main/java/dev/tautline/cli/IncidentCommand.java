package dev.tautline.cli;

import dev.tautline.control.GuardClient;
import dev.tautline.control.GuardRefuses;
import dev.tautline.control.GuardUnreachable;
import dev.tautline.history.Delivery;
import dev.tautline.history.HistoryReader;
import dev.tautline.history.HistoryUnusable;
import dev.tautline.incident.Action;
import dev.tautline.incident.Incident;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `taut incident`: what the guard has seen, and taking it in hand.
@InGroup(CommandGroup.RUN)
@Command(
        name = "incident",
        mixinStandardHelpOptions = true,
        description = "List and show incidents; acknowledge one, add a note.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Asks the guard that runs, or reads what it has written when none does. To",
            "acknowledge, mitigate and note, the guard must run. 'last' stands for the",
            "newest incident.",
            "",
            "Exit code: 0 done, 1 the guard refuses, 2 unusable input or no such incident,",
            "3 no guard and no history there."
        })
final class IncidentCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private GuardPlace place = new GuardPlace();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List incidents, open ones first.")
    int list(
            @Option(names = "--open", description = "Only those that are not resolved.") boolean open,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most N (default: 50).")
                    int limit,
            @Option(
                            names = "--format",
                            defaultValue = "text",
                            description = "How to print it: ${COMPLETION-CANDIDATES} (default: text).")
                    IncidentFormat format) {
        return reading(() -> {
            var incidents = access().all().stream()
                    .filter(incident -> !open || incident.open())
                    .limit(Math.max(0, limit))
                    .toList();
            switch (format) {
                case TEXT -> text().list(incidents);
                case JSON -> out(JSON.writeValueAsString(incidents));
            }
            return ExitCode.CLEAN;
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show all that is known of an incident.")
    int show(
            @Parameters(paramLabel = "ID", description = "The incident, or 'last'.") String id,
            @Option(
                            names = "--format",
                            defaultValue = "text",
                            description = "How to print it: ${COMPLETION-CANDIDATES} (default: text).")
                    IncidentFormat format) {
        return reading(() -> {
            var incident = access().one(id);
            switch (format) {
                case TEXT -> text().show(incident, told(incident));
                case JSON -> out(JSON.writeValueAsString(incident));
            }
            return ExitCode.CLEAN;
        });
    }

    @Command(
            name = "ack",
            mixinStandardHelpOptions = true,
            description = "Take an incident: nobody else is called for it while it does not get worse.")
    int acknowledge(
            @Parameters(paramLabel = "ID", description = "The incident, or 'last'.") String id,
            @Mixin Saying saying,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORDS", description = "What there is to say.")
                    List<String> words) {
        return act(Action.Kind.ACKNOWLEDGE, id, saying, words);
    }

    @Command(
            name = "mitigate",
            mixinStandardHelpOptions = true,
            description = "Say that users are out of it; only proven health resolves an incident.")
    int mitigate(
            @Parameters(paramLabel = "ID", description = "The incident, or 'last'.") String id,
            @Mixin Saying saying,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORDS", description = "What was done.")
                    List<String> words) {
        return act(Action.Kind.MITIGATE, id, saying, words);
    }

    @Command(name = "note", mixinStandardHelpOptions = true, description = "Put a note on an incident's timeline.")
    int note(
            @Parameters(paramLabel = "ID", description = "The incident, or 'last'.") String id,
            @Mixin Saying saying,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "The note.")
                    List<String> words) {
        return act(Action.Kind.NOTE, id, saying, words);
    }

    private int act(Action.Kind kind, String id, Saying saying, List<String> words) {
        return reading(() -> {
            var folder = place.folder();
            var guard = GuardClient.of(folder);
            if (guard.isEmpty()) {
                err("no guard answers for " + folder + "; only a guard that runs can take this");
                return ExitCode.CANNOT_TELL;
            }
            try (var client = guard.get()) {
                var incident = access().one(id);
                var said = words == null ? "" : String.join(" ", words);
                var after = client.act(new Action(kind, incident.id(), saying.by(), said));
                out(after.id() + " is " + Lowercase.of(after.state()));
                return ExitCode.CLEAN;
            }
        });
    }

    private int reading(Supplier<Integer> work) {
        try {
            return work.get();
        } catch (HistoryUnusable | GuardUnreachable e) {
            err(String.valueOf(e.getMessage()));
            return ExitCode.CANNOT_TELL;
        } catch (GuardRefuses e) {
            err(String.valueOf(e.getMessage()));
            return ExitCode.FINDINGS;
        }
    }

    private IncidentAccess access() {
        return new IncidentAccess(place.folder());
    }

    /// What was told is on the disk only.
    private List<Delivery> told(Incident incident) {
        try (var history = HistoryReader.of(place.folder())) {
            return history.deliveries(incident.id());
        }
    }

    private IncidentText text() {
        var clock = Clock.systemUTC();
        return new IncidentText(spec.commandLine().getOut(), ZoneId.systemDefault(), clock.instant());
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void err(String line) {
        spec.commandLine().getErr().println("taut incident: " + line);
    }
}
