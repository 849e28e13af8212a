package dev.tautline.store.simulator;

import dev.tautline.store.payment.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// Tells the shop of each entry of the ledger, and again after a pause that doubles, until it says 2xx or ten tries are
/// over. Thread-safe.
final class Webhooks implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_TRIES = 10;

    private final URI url;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, task -> Thread.ofPlatform().daemon().name("webhooks").unstarted(task));
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    Webhooks(URI url, String secret, InstantSource clock) {
        this.url = url;
        this.signature = new WebhookSignature(secret);
        this.clock = clock;
    }

    void send(Ledger.Entry entry, Duration after) {
        schedule(entry, after, 1);
    }

    /// Waits for the shop's answer, whatever it is.
    boolean sendNow(Ledger.Entry entry) {
        var body = json.writeValueAsBytes(entry);
        var seconds = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.TIME_HEADER, Long.toString(seconds))
                .header(WebhookSignature.SIGNATURE_HEADER, signature.sign(seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            / 100
                    == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }

    private void schedule(Ledger.Entry entry, Duration after, int attempt) {
        if (attempt <= MOST_TRIES && !timer.isShutdown()) {
            // A shop that hangs must not keep the others' notifications: each waits in a thread of its own.
            var ignored = timer.schedule(
                    () -> Thread.ofVirtual().start(() -> tryOnce(entry, attempt)),
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void tryOnce(Ledger.Entry entry, int attempt) {
        if (!sendNow(entry)) {
            schedule(entry, FIRST_PAUSE.multipliedBy(1L << (attempt - 1)), attempt + 1);
        }
    }
}
