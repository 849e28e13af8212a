package dev.tautline.cli;

import dev.tautline.control.GuardClient;
import dev.tautline.control.GuardRefuses;
import dev.tautline.control.GuardUnreachable;
import dev.tautline.control.SilenceRequest;
import dev.tautline.control.SilenceState;
import dev.tautline.history.HistoryReader;
import dev.tautline.history.HistoryUnusable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut alert silence`: nobody is told of what matches, until a time.
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        description = "Keep messages back that match, until a time; incidents are recorded all the same.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A matcher is name=value, name!=value, name=~regex or name!~regex. Names: cause,",
            "incident, owner, severity, subject, symptom, and the labels in taut.yaml.",
            "",
            "Exit code: 0 done, 1 the guard refuses, 2 unusable input, 3 no guard runs there."
        })
final class SilenceCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Mixin
    private GuardPlace place = new GuardPlace();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Silence what all matchers match.")
    int add(
            @Parameters(arity = "1..*", paramLabel = "MATCHER", description = "Such as owner=database.")
                    List<String> matchers,
            @Option(names = "--for", paramLabel = "TIME", description = "How long from now, such as 30m, 4h, 2d.")
                    @Nullable
                    String lasting,
            @Option(
                            names = "--until",
                            paramLabel = "WHEN",
                            description = "Such as 2026-12-24T18:00 here, or 2026-12-24T17:00:00Z.")
                    @Nullable
                    String until,
            @Option(names = "--why", paramLabel = "WORDS", required = true, description = "Why, for the others.")
                    String why,
            @Mixin Saying saying) {
        var end = end(lasting, until);
        return withGuard(guard -> {
            out(line(guard.silence(new SilenceRequest(matchers, null, end, saying.by(), why))));
            return ExitCode.CLEAN;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List silences of the last seven days.")
    int list() {
        return reading(() -> {
            var silences = silences();
            if (silences.isEmpty()) {
                out("No silence.");
                return ExitCode.CLEAN;
            }
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("SILENCE", "STATE", "UNTIL", "BY", "MATCHERS", "WHY"));
            silences.forEach(silence -> rows.add(List.of(
                    silence.id(),
                    silence.holds() ? "holds" : "over",
                    time(silence.until()),
                    silence.by(),
                    String.join(", ", silence.matchers()),
                    silence.why())));
            new TextTable(rows).print(spec.commandLine().getOut());
            return ExitCode.CLEAN;
        });
    }

    @Command(name = "expire", mixinStandardHelpOptions = true, description = "End a silence now.")
    int expire(@Parameters(paramLabel = "ID", description = "The silence.") String id) {
        return withGuard(guard -> {
            try {
                out(line(guard.expire(id)));
                return ExitCode.CLEAN;
            } catch (GuardRefuses e) {
                throw e.status() == 404
                        ? new UsageException(e.getMessage() + "; 'taut alert silence list' lists them")
                        : e;
            }
        });
    }

    private Instant end(@Nullable String lasting, @Nullable String until) {
        if ((lasting == null) == (until == null)) {
            throw new UsageException("one of --for and --until is expected");
        }
        return lasting != null ? clock.instant().plus(duration(lasting)) : instant(String.valueOf(until));
    }

    private static Duration duration(String text) {
        if (!text.matches("\\d{1,6}[smhd]")) {
            throw new UsageException("--for is '" + text + "', allowed: a number and s, m, h or d, such as 4h");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Instant instant(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException("--until is '" + text + "', allowed: 2026-12-24T18:00, or 2026-12-24T17:00:00Z");
        }
    }

    private List<SilenceState> silences() {
        var folder = place.folder();
        var guard = GuardClient.of(folder);
        if (guard.isPresent()) {
            try (var client = guard.get()) {
                return client.silences();
            }
        }
        try (var history = HistoryReader.of(folder)) {
            var now = clock.instant();
            return history.silences().stream()
                    .map(silence -> SilenceState.of(silence, now))
                    .toList();
        }
    }

    private int withGuard(Function<GuardClient, Integer> work) {
        return reading(() -> {
            var folder = place.folder();
            var guard = GuardClient.of(folder);
            if (guard.isEmpty()) {
                err("no guard answers for " + folder + "; only a guard that runs keeps quiet");
                return ExitCode.CANNOT_TELL;
            }
            try (var client = guard.get()) {
                return work.apply(client);
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

    private static String line(SilenceState silence) {
        return "silence " + silence.id() + (silence.holds() ? " holds until " : " is over since ")
                + time(silence.until()) + ": " + String.join(", ", silence.matchers());
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private void out(String line) {
        spec.commandLine().getOut().println(Columns.printable(line));
        spec.commandLine().getOut().flush();
    }

    private void err(String line) {
        spec.commandLine().getErr().println("taut alert: " + line);
    }
}
