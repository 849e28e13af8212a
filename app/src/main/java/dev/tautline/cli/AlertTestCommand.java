package dev.tautline.cli;

import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.alert.Receiver;
import dev.tautline.alert.Transition;
import dev.tautline.config.TautFile;
import dev.tautline.targets.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taut alert test`: one message that says what it is, through each channel, all at once.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Send a message marked as a test through each channel, and say what each answered.",
        footer = {
            "",
            "PagerDuty and Opsgenie get the test opened and closed again.",
            "",
            "Exit code: 0 every channel took it, 1 one did not, 2 unusable input."
        })
final class AlertTestCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "FILE", description = "The guard's file (default: taut.yaml).")
    private Path file = Path.of(TautFile.NAME);

    @Option(names = "--channel", paramLabel = "RECEIVER", description = "Only this receiver of the file.")
    private @Nullable String only;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private record Tried(Receiver receiver, Receipt receipt, Duration took) {}

    @Override
    public Integer call() {
        var clock = Clock.systemUTC();
        var config = Usable.watched(new GuardReading(file, Surroundings.ofThisProcess(), clock, this::warn)::read);
        var tried = tryAll(wanted(config.alerts().receivers()), clock);
        print(tried);
        return tried.stream().allMatch(each -> each.receipt().taken()) ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private List<Receiver> wanted(List<Receiver> receivers) {
        if (receivers.isEmpty()) {
            throw new UsageException(file + ": there is no receiver below 'alerts' to send a test to");
        }
        if (only == null) {
            return receivers;
        }
        var named = receivers.stream()
                .filter(receiver -> receiver.name().equals(only))
                .toList();
        if (named.isEmpty()) {
            throw new UsageException(file + ": there is no receiver '" + only + "'; there are "
                    + String.join(", ", receivers.stream().map(Receiver::name).toList()));
        }
        return named;
    }

    private static List<Tried> tryAll(List<Receiver> receivers, Clock clock) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = receivers.stream()
                    .map(receiver -> CompletableFuture.supplyAsync(() -> tried(receiver, clock.instant()), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Tried tried(Receiver receiver, Instant now) {
        long begun = System.nanoTime();
        var receipt = receiver.channel().deliver(notice(receiver, now.truncatedTo(ChronoUnit.MILLIS)));
        return new Tried(receiver, receipt, Duration.ofNanos(System.nanoTime() - begun));
    }

    static Notice notice(Receiver receiver, Instant now) {
        var id = "test-" + now.toEpochMilli();
        return Notice.plain(
                id + "/" + receiver.name(),
                id,
                Transition.TEST,
                now,
                "[test] Tautline tries this channel",
                "This is a test of the receiver " + receiver.name()
                        + ", sent by 'taut alert test'. Nothing is wrong, and nothing is to be done.\n");
    }

    private void print(List<Tried> tried) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("RECEIVER", "CHANNEL", "TAKEN", "TIME", "ANSWER"));
        tried.forEach(each -> rows.add(List.of(
                each.receiver().name(),
                each.receiver().channel().kind(),
                each.receipt().taken() ? "yes" : "no",
                each.took().toMillis() + " ms",
                each.receipt().what())));
        var out = spec.commandLine().getOut();
        new TextTable(rows).print(out);
        out.flush();
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("taut alert: warning: " + words);
    }
}
