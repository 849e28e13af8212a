package dev.tautline.store.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `simulate-payments [--port N] [--delay-millis N]`: runs until the process is told to end.
public final class SimulatorCommand {
    private static final int USAGE = 2;
    private static final int STANDARD_PORT = 8090;
    private static final Map<String, Range> OPTIONS =
            Map.of("--port", new Range(0, 65535), "--delay-millis", new Range(0, 60000));

    private record Range(int least, int most) {}

    private SimulatorCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        var values = new HashMap<String, Integer>();
        var problems = read(args, values);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println("simulate-payments: " + problem));
            return USAGE;
        }
        var port = values.getOrDefault("--port", STANDARD_PORT);
        var delay = Duration.ofMillis(values.getOrDefault("--delay-millis", 0));
        return serve(port, delay, out, err);
    }

    private static int serve(int port, Duration delay, PrintStream out, PrintStream err) {
        try (var simulator = PaymentSimulator.start(port, delay, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
            out.println("Payment simulator on http://127.0.0.1:" + simulator.port());
            Thread.currentThread().join();
        } catch (BindException taken) {
            err.println("simulate-payments: port %d is taken; choose another with --port".formatted(port));
            return USAGE;
        } catch (IOException failed) {
            err.println("simulate-payments: port %d cannot be opened: %s".formatted(port, failed.getMessage()));
            return USAGE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /// Takes `--name value` and `--name=value`, and finds all problems.
    private static List<String> read(String[] args, Map<String, Integer> values) {
        var problems = new ArrayList<String>();
        for (var index = 0; index < args.length; index++) {
            var parts = args[index].split("=", 2);
            var range = OPTIONS.get(parts[0]);
            if (range == null) {
                problems.add("unknown option \"%s\"; known are %s"
                        .formatted(parts[0], OPTIONS.keySet().stream().sorted().toList()));
                continue;
            }
            var text = parts.length == 2 ? parts[1] : index + 1 < args.length ? args[++index] : "";
            number(text, range)
                    .ifPresentOrElse(
                            value -> values.put(parts[0], value),
                            () -> problems.add("%s needs a number between %d and %d"
                                    .formatted(parts[0], range.least(), range.most())));
        }
        return problems;
    }

    private static Optional<Integer> number(String text, Range range) {
        if (!text.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        var value = Integer.parseInt(text);
        return value >= range.least() && value <= range.most() ? Optional.of(value) : Optional.empty();
    }
}
