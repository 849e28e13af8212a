package dev.tautline.cli;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays a game day over the dashboard, with the token that `taut up` tells of.
record GameDayPlayer(URI dashboard, Path stage) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// Makes a move, or looks where the game stands when the path is empty.
    JsonNode ask(String method, String path, String body) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(dashboard.resolve("api/game-day" + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /// Waits until the game stands so.
    JsonNode await(String what, Predicate<JsonNode> so) {
        Deadline.in(PATIENCE)
                .await(
                        what,
                        () -> so.test(ask("GET", "", "")),
                        () -> ask("GET", "", "").toPrettyString());
        return ask("GET", "", "");
    }

    private String token() throws IOException {
        return Files.readAllLines(stage.resolve("passwords")).stream()
                .filter(line -> line.startsWith("operator-token="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }
}
