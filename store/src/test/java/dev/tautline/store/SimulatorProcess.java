package dev.tautline.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// The payment simulator as the process that it is in life.
final class SimulatorProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private SimulatorProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// @param settings of the shop that it shall tell, as far as it wants to be told
    static SimulatorProcess start(Map<String, String> settings) throws IOException {
        var secret = settings.getOrDefault("chandlery.payment.webhook-secret", "");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chandlery.class.getName(),
                        "simulate-payments",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!secret.isEmpty()) {
            builder.environment().put("CHANDLERY_WEBHOOK_SECRET", secret);
            builder.command()
                    .addAll(List.of(
                            "--webhook-url",
                            "http://127.0.0.1:%s/webhooks/payments".formatted(settings.get("server.port"))));
        }
        var process = builder.start();
        return new SimulatorProcess(process, URI.create(announcedUrl(process.inputReader())));
    }

    private static String announcedUrl(BufferedReader output) throws IOException {
        var line = output.readLine();
        if (line == null || !line.contains("http://")) {
            throw new IOException("the simulator did not announce its address but said: " + line);
        }
        return line.substring(line.indexOf("http://"));
    }

    URI url() {
        return url;
    }

    /// How often the ledger has this state.
    long count(String state) throws IOException, InterruptedException {
        return ledger().split("\"state\":\"" + state + "\"", -1).length - 1L;
    }

    /// How much was given back of a payment, in cents, and in how many refunds.
    List<Long> refunds(String payment) throws IOException, InterruptedException {
        var amounts = new ArrayList<Long>();
        for (var entry : JsonMapper.builder().build().readTree(ledger()).path("entries")) {
            if (entry.path("payment").asString().equals(payment)
                    && entry.path("state").asString().equals("REFUNDED")) {
                amounts.add(entry.path("amountMinor").asLong());
            }
        }
        return amounts;
    }

    private String ledger() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(url.resolve("/ledger")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
