package dev.tautline.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.incident.Action;
import dev.tautline.incident.Incident;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Asks the guard that runs. Every wait has a deadline.
public final class GuardClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final GuardFile guard;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private GuardClient(GuardFile guard) {
        this.guard = guard;
    }

    /// The guard whose history is in the folder; empty when none answers there.
    public static Optional<GuardClient> of(Path folder) {
        var file = GuardFile.in(folder);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var client = new GuardClient(file.get());
        try {
            client.incidents();
            return Optional.of(client);
        } catch (GuardUnreachable killed) {
            client.close();
            return Optional.empty();
        }
    }

    /// The newest first.
    ///
    /// @throws GuardUnreachable when it does not answer, or not as a guard would
    public List<Incident> incidents() {
        return read(call("GET", "/api/records", ""), new TypeReference<List<Incident>>() {});
    }

    /// The incident as it is then, written down.
    ///
    /// @throws GuardRefuses with the guard's words
    /// @throws GuardUnreachable when it does not answer
    public Incident act(Action action) {
        var verb = switch (action.kind()) {
            case ACKNOWLEDGE -> "acknowledge";
            case MITIGATE -> "mitigate";
            case NOTE -> "notes";
        };
        var body = JSON.writeValueAsString(Map.of("by", action.by(), "words", action.words()));
        return read(
                call("POST", "/api/incidents/" + URLEncoder.encode(action.incident(), UTF_8) + "/" + verb, body),
                new TypeReference<>() {});
    }

    /// In the order in which they were set.
    public List<SilenceState> silences() {
        return read(call("GET", "/api/silences", ""), new TypeReference<List<SilenceState>>() {});
    }

    /// The silence as the guard has written it.
    public SilenceState silence(SilenceRequest request) {
        return read(call("POST", "/api/silences", JSON.writeValueAsString(request)), new TypeReference<>() {});
    }

    public SilenceState expire(String id) {
        return read(call("DELETE", "/api/silences/" + URLEncoder.encode(id, UTF_8), ""), new TypeReference<>() {});
    }

    private String call(String method, String path, String body) {
        HttpResponse<String> response;
        try {
            var request = HttpRequest.newBuilder(guard.url().resolve(path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + guard.token().reveal())
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body));
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new GuardUnreachable("the guard at " + guard.url() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GuardUnreachable("interrupted");
        }
        return switch (response.statusCode() / 100) {
            case 2 -> response.body();
            case 4 -> throw new GuardRefuses(detail(response.body()), response.statusCode());
            default ->
                throw new GuardUnreachable(
                        "the guard answered " + response.statusCode() + ": " + detail(response.body()));
        };
    }

    private static String detail(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asString();
        } catch (JacksonException e) {
            return "no reason given";
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new GuardUnreachable("what answers there is no guard of this version");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
