package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Asks one application's agent for its report over HTTP.
final class AgentPoll implements Lane.Source<AgentReport> {
    private static final Duration TIMEOUT = Duration.ofMillis(900);
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
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the agent at " + request.uri() + " answered " + answer.statusCode());
        }
        return JSON.readValue(answer.body(), AgentReport.class);
    }
}
