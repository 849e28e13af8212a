package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/// A POST of JSON, and what its answer means. Redirects are not followed: what is told belongs to the receiver that was
/// named. Thread-safe.
///
/// @param hidden secrets that an answer might repeat; they are masked in what is told of it
public record HttpPost(HttpClient http, Clock clock, List<Secret> hidden) {
    /// Headers and all that is read of the answer.
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private static final int MOST_ANSWER_BYTES = 2048;
    private static final int MOST_WORDS = 120;

    /// The message itself is wrong: the same again will be, too (RFC 9110, 15.5).
    private static final List<Integer> REFUSALS = List.of(400, 413, 414, 422);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /// A path below a base that may have a path of its own.
    static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    Receipt send(URI url, Map<String, String> headers, String json) {
        var request = HttpRequest.newBuilder(url)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request.build());
    }

    Receipt send(HttpRequest request) {
        var answer = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return receipt(answer.get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Receipt.failed("no answer ("
                    + String.valueOf(
                            e.getCause() == null ? e : e.getCause().getClass().getSimpleName()) + ")");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Receipt.failed("no answer within " + ANSWER_TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Receipt.failed("interrupted");
        }
    }

    private Receipt receipt(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            close(response.body());
            return Receipt.taken("answered " + status);
        }
        var what = "answered " + status + said(response.body());
        return REFUSALS.contains(status)
                ? Receipt.refused(what)
                : Receipt.failed(
                        what,
                        response.headers()
                                .firstValue("Retry-After")
                                .flatMap(this::wait)
                                .orElse(null));
    }

    /// The first words of an answer. One without end is left after some of it; one that trickles ends with the request.
    private String said(InputStream body) {
        try (body) {
            var words = new String(body.readNBytes(MOST_ANSWER_BYTES), UTF_8)
                    .strip()
                    .replaceAll("[\\s\\p{Cntrl}]+", " ");
            for (var secret : hidden) {
                words = secret.isEmpty() ? words : words.replace(secret.reveal(), Secret.MASK);
            }
            var some = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
            return some.isEmpty() ? "" : ": " + some;
        } catch (IOException e) {
            return "";
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyTaken) {
            // The status has said so.
            return;
        }
    }

    /// Both forms of RFC 9110, 10.2.3: seconds, or a date.
    private Optional<Duration> wait(String text) {
        if (text.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until.toInstant()))
                    .filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
