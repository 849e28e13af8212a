package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Asks one application's agent for its report over HTTP.
final class AgentPoll implements Lane.Source<AgentReport> {
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    /// A report of a hundred pools has some 300 kB.
    private static final long MOST_BYTES = 4L << 20;

    // A newer agent may say more than this guard understands.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http;
    private final HttpRequest request;

    AgentPoll(HttpClient http, URI url) {
        this.http = http;
        this.request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public AgentReport sample() throws IOException, InterruptedException {
        var answer = answer();
        if (answer.statusCode() != 200) {
            throw new IOException("the agent at " + request.uri() + " answered " + answer.statusCode());
        }
        return Believable.checked(JSON.readValue(answer.body(), AgentReport.class));
    }

    /// The request's own time-out ends with the headers; an agent that trickles its body must not hold the lane either.
    private HttpResponse<byte[]> answer() throws IOException, InterruptedException {
        var asked = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "the agent at " + request.uri() + " did not answer within " + TIMEOUT.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException why ? why : new IOException(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }
}
