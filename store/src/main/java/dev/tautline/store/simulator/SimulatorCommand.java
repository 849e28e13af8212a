package dev.tautline.store.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `simulate-payments [--port N] [--delay-millis N] [--webhook-url URL]`: runs until the process is told to end.
public final class SimulatorCommand {
    private static final int USAGE = 2;
    private static final int STANDARD_PORT = 8090;
    private static final Map<String, Range> OPTIONS =
            Map.of("--port", new Range(0, 65535), "--delay-millis", new Range(0, 60000));
    private static final String WEBHOOK_URL = "--webhook-url";
    private static final String SECRET_VARIABLE = "CHANDLERY_WEBHOOK_SECRET";

    private record Range(int least, int most) {}

    private SimulatorCommand() {}

    /// @param secret of the webhooks' signatures, from the environment; empty when there is none
    public static int run(String[] args, String secret, PrintStream out, PrintStream err) {
        var values = new HashMap<String, Integer>();
        var problems = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        var url = webhookUrl(args, numbers, problems);
        problems.addAll(read(numbers.toArray(String[]::new), values));
        if (url.isPresent() && secret.isEmpty()) {
            problems.add("%s needs the secret of its signatures in %s".formatted(WEBHOOK_URL, SECRET_VARIABLE));
        }
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println("simulate-payments: " + problem));
            return USAGE;
        }
        var port = values.getOrDefault("--port", STANDARD_PORT);
        var delay = Duration.ofMillis(values.getOrDefault("--delay-millis", 0));
        var webhooks = url.map(shop -> new Webhooks(shop, secret, Clock.systemUTC()));
        return serve(port, delay, webhooks, out, err);
    }

    /// Takes the one option that is no number out.
    private static Optional<URI> webhookUrl(String[] args, List<String> others, List<String> problems) {
        Optional<URI> url = Optional.empty();
        for (var index = 0; index < args.length; index++) {
            var parts = args[index].split("=", 2);
            if (!parts[0].equals(WEBHOOK_URL)) {
                others.add(args[index]);
                continue;
            }
            var text = parts.length == 2 ? parts[1] : index + 1 < args.length ? args[++index] : "";
            if (text.matches("https?://[^ ]+")) {
                url = Optional.of(URI.create(text));
            } else {
                problems.add("%s needs a URL that begins with http:// or https://".formatted(WEBHOOK_URL));
            }
        }
        return url;
    }

    private static int serve(int port, Duration delay, Optional<Webhooks> webhooks, PrintStream out, PrintStream err) {
        try (var simulator = PaymentSimulator.start(port, delay, Clock.systemUTC(), webhooks)) {
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
                        .formatted(
                                parts[0],
                                Stream.concat(OPTIONS.keySet().stream(), Stream.of(WEBHOOK_URL))
                                        .sorted()
                                        .toList()));
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
