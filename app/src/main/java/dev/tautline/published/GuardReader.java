package dev.tautline.published;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a guard in another process says, over the API that everybody else uses.
public final class GuardReader implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI base;

    public GuardReader(URI base) {
        this.base = base;
    }

    /// All incidents in full, the newest first.
    /// @throws GuardSilent when it does not answer
    public List<GuardIncident> incidents() {
        return incidentsSince(Instant.MIN);
    }

    /// Those in full that began then or later, or are still open, the newest first.
    /// @throws GuardSilent when it does not answer
    public List<GuardIncident> incidentsSince(Instant onset) {
        var lines = json.readValue(get("api/incidents"), Line[].class);
        return Arrays.stream(lines)
                .filter(line -> line.open() || !line.onset().isBefore(onset))
                .map(line -> json.readValue(get("api/incidents/" + line.id()), GuardIncident.class))
                .toList();
    }

    /// The latest second of the watch, as JSON.
    public JsonNode state() {
        return json.readTree(get("api/state"));
    }

    /// What the guard wrote down about an incident, as Markdown.
    public String postmortem(String incident) {
        return get("api/incidents/" + incident + "/postmortem");
    }

    private String get(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new GuardSilent("the guard answered " + answer.statusCode() + " to " + path, null);
            }
            return answer.body();
        } catch (IOException e) {
            throw new GuardSilent("the guard does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GuardSilent("interrupted while asking the guard", e);
        }
    }

    private record Line(String id, boolean open, Instant onset) {}

    @Override
    public void close() {
        http.shutdownNow();
    }
}
