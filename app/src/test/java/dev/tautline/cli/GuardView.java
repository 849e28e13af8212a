package dev.tautline.cli;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a guard's dashboard tells a program.
record GuardView(URI dashboard) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Waits until it sees exactly these, each target reached and each instance well.
    void awaitWell(Set<String> targets, Set<String> instances) {
        Deadline.in(TIMEOUT)
                .await(
                        "the guard to see %s and %s well".formatted(targets, instances),
                        () -> isWell(state(), targets, instances),
                        () -> state().toPrettyString());
    }

    private static boolean isWell(JsonNode state, Set<String> targets, Set<String> instances) {
        return named(state, "targets").equals(targets)
                && named(state, "instances").equals(instances)
                && all(state, "targets", "reached")
                && all(state, "instances", "well");
    }

    private JsonNode state() {
        var request = HttpRequest.newBuilder(dashboard.resolve("api/state"))
                .timeout(TIMEOUT)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static Set<String> named(JsonNode state, String list) {
        return state.path(list)
                .valueStream()
                .map(each -> each.path("name").asString())
                .collect(Collectors.toSet());
    }

    private static boolean all(JsonNode state, String list, String status) {
        return state.path(list)
                .valueStream()
                .allMatch(each -> each.path("status").asString().equals(status));
    }
}
