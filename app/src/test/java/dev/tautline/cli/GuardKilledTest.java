package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
        awaitRow("SELECT 1 FROM incident WHERE id = '" + id + "'");
    }

    private void awaitRow(String query) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!found(query)) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean found(String query) {
        try (var history = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state/history.db"));
                var statement = history.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
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

    /// The receiver is down until the guard has been killed.
    @Test
    void tellsAReceiverThatWasDownOfEachTransitionUnderOneKey() throws IOException, InterruptedException {
        int hook = closedPort();
        var file = tautFile(closedPort());
        Files.writeString(file, """
                alerts:
                  receivers:
                    - name: on-call
                      webhook:
                        url: http://127.0.0.1:%d/hook
                """.formatted(hook), StandardOpenOption.APPEND);
        try (var guard = GuardProgram.start(file, Map.of())) {
            guard.awaitSaid(Pattern.compile("receiver on-call could not be told of incident"));
            awaitRow("SELECT 1 FROM delivery WHERE key LIKE '%/opened/on-call' AND attempts > 0");
            guard.kill();
        }
        var keys = new LinkedBlockingQueue<String>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), hook), 0);
        receiver.createContext("/hook", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (var guard = GuardProgram.start(file, Map.of())) {
            assertThat(keys.poll(30, TimeUnit.SECONDS)).endsWith("/opened/on-call");
            awaitRow("SELECT 1 FROM delivery WHERE settled IS NOT NULL");
            guard.kill();
        }
        try (var guard = GuardProgram.start(file, Map.of())) {
            guard.api("/api/incidents", GuardKilledTest::hasIncident);
            assertThat(keys.poll(3, TimeUnit.SECONDS)).isNull();
        } finally {
            receiver.stop(0);
        }
    }

    private static boolean hasIncident(JsonNode list) {
        return !list.isEmpty();
    }
}
