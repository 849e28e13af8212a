package dev.tautline.labdoor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Asks the lab of a stage that runs. Every wait has a deadline.
public final class LabVisitor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// A fault that stops servers waits for them.
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final int UNUSABLE = 422;
    private static final int OK = 200;

    private final DoorFile door;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private LabVisitor(DoorFile door) {
        this.door = door;
    }

    /// @param directory of the stage
    /// @throws DoorClosed when no stage there has opened its lab
    public static LabVisitor at(Path directory) {
        return new LabVisitor(DoorFile.in(directory)
                .orElseThrow(() ->
                        new DoorClosed("no lab is open in %s; start one with 'taut up --lab'".formatted(directory))));
    }

    /// What is in force, the oldest first.
    ///
    /// @throws DoorClosed when the stage does not run any more
    public List<InForce> all() {
        return List.of(JSON.readValue(call("GET", "faults", ""), InForce[].class));
    }

    /// Returns when the fault is in force.
    ///
    /// @param fault as people write it
    /// @throws DoorRefused when it is misspelt, or cannot be injected there
    public InForce inject(String fault) {
        return JSON.readValue(
                call("POST", "faults", JSON.writeValueAsString(new LabDoor.Wanted(fault))), InForce.class);
    }

    /// Returns when it is healed.
    ///
    /// @throws DoorRefused when it is not in force
    public InForce heal(String id) {
        return JSON.readValue(
                call("DELETE", "faults/" + URLEncoder.encode(id, StandardCharsets.UTF_8), ""), InForce.class);
    }

    private String call(String method, String path, String body) {
        URI url = door.url().resolve(path);
        try {
            var request = HttpRequest.newBuilder(url)
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + door.token().reveal())
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new DoorRefused(answer.statusCode() == UNUSABLE, answer.body());
            }
            return answer.body();
        } catch (IOException silent) {
            throw new DoorClosed("the lab does not answer: the stage does not run any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorClosed("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
