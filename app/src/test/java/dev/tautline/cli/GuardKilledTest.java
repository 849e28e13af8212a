package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Killed while an incident is open, the guard goes on with it.
class GuardKilledTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnWithTheOpenIncidentAndSaysThatItWasAway() throws IOException, InterruptedException {
        var file = tautFile(closedPort());
        String id;
        try (var guard = GuardProgram.start(file, Map.of())) {
            id = guard.api("/api/incidents", GuardKilledTest::hasIncident)
                    .get(0)
                    .get("id")
                    .stringValue();
            guard.api("/api/incidents/" + id, incident -> !incident.get("cause").isNull());
            awaitWritten(id);
            guard.kill();
        }
        try (var guard = GuardProgram.start(file, Map.of())) {
            var incident = guard.api("/api/incidents/" + id, answer -> answer.has("timeline"));

            assertThat(incident.get("open").booleanValue()).isTrue();
            assertThat(incident.get("timeline"))
                    .anySatisfy(
                            line -> assertThat(line.get("text").stringValue()).startsWith("the guard was away from "));
            assertThat(guard.api("/api/incidents", GuardKilledTest::hasIncident))
                    .hasSize(1);
        }
    }

    /// The guard writes behind the watch's back, a moment after its page shows it.
    private void awaitWritten(String id) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!written(id)) {
            assertThat(System.nanoTime()).as("the incident is in the history").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean written(String id) {
        try (var history = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state/history.db"));
                var query = history.prepareStatement("SELECT 1 FROM incident WHERE id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int closedPort() {
        return new FreePorts(new Random()).next(InetAddress.getLoopbackAddress());
    }

    private Path tautFile(int port) throws IOException {
        return Files.writeString(folder.resolve("taut.yaml"), """
                history:
                  folder: state
                targets:
                  - name: db-1
                    url: jdbc:postgresql://127.0.0.1:%d/shop
                    user: tautline
                """.formatted(port));
    }

    private static boolean hasIncident(JsonNode list) {
        return !list.isEmpty();
    }
}
