package dev.tautline.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A POST of JSON, signed so that the receiver knows who it is from and when it was sent: HMAC-SHA256 over the
/// timestamp, a dot and the body. Redirects are not followed: what is told belongs to the receiver that was named.
public final class Webhook implements Channel {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Secret url;
    private final @Nullable Secret signingKey;
    private final Clock clock;

    /// @param url a secret, for many services take whoever knows it for the sender
    public Webhook(HttpClient http, Secret url, @Nullable Secret signingKey, Clock clock) {
        this.http = http;
        this.url = url;
        this.signingKey = signingKey;
        this.clock = clock;
    }

    @Override
    public Receipt deliver(Notice notice) {
        try {
            // The stream is closed unread: whoever answers 100 MB does not get them read.
            var response = http.send(request(notice), BodyHandlers.ofInputStream());
            response.body().close();
            return receipt(response);
        } catch (IOException e) {
            return Receipt.failed("no answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Receipt.failed("interrupted");
        }
    }

    private HttpRequest request(Notice notice) {
        var body = NoticeJson.of(notice);
        var request = HttpRequest.newBuilder(URI.create(url.reveal()))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.key())
                .POST(BodyPublishers.ofString(body));
        if (signingKey != null) {
            var time = Long.toString(clock.instant().getEpochSecond());
            request.header("X-Tautline-Timestamp", time)
                    .header("X-Tautline-Signature", "sha256=" + sign(signingKey, time + "." + body));
        }
        return request.build();
    }

    private static Receipt receipt(HttpResponse<?> response) {
        int status = response.statusCode();
        return status / 100 == 2
                ? Receipt.taken("answered " + status)
                : new Receipt(
                        false,
                        "answered " + status,
                        response.headers()
                                .firstValue("Retry-After")
                                .flatMap(Webhook::seconds)
                                .orElse(null));
    }

    /// The form with a date (RFC 9110, 10.2.3) is rare and read as if nothing were asked.
    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static String sign(Secret key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            // Every Java platform has HmacSHA256 (javax.crypto.Mac).
            throw new IllegalStateException(e);
        }
    }
}
