package dev.tautline.labdoor;

import dev.tautline.dashboard.access.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Lets a dashboard's page play a game day: passes what the page asks for on to the door of the stage, unread. The
/// guard
/// that serves the page learns nothing by it. Thread-safe.
public final class DoorRelay implements AutoCloseable {
    /// Below the dashboard's `/api`, and behind the door.
    public static final String GAME_DAY = "/game-day";

    /// The dashboard's server gives a request up after 15 s; nothing behind the door takes that long.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int FIRST_ERROR = 400;

    private final Path directory;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /// @param directory of the stage, where it says how its door is reached
    public DoorRelay(Path directory) {
        this.directory = directory;
    }

    /// Everybody may look on; who plays must be an operator.
    public void addTo(RoutesConfig routes) {
        routes.get("/api/game-day", ctx -> pass(ctx, ""), Scope.READ);
        routes.get("/api/game-day/choices", ctx -> pass(ctx, "/choices"), Scope.READ);
        routes.post("/api/game-day/rounds", ctx -> pass(ctx, "/rounds"), Scope.OPERATE);
        routes.post("/api/game-day/guess", ctx -> pass(ctx, "/guess"), Scope.OPERATE);
        routes.post("/api/game-day/heal", ctx -> pass(ctx, "/heal"), Scope.OPERATE);
    }

    private void pass(Context ctx, String path) {
        // Asked each time: a stage opens its door after its guard has started.
        var door = DoorFile.in(directory)
                .orElseThrow(() -> new ServiceUnavailableResponse("The stage is not all up: its lab is not open yet."));
        var answer = asked(HttpRequest.newBuilder(door.url().resolve(GAME_DAY + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + door.token().reveal())
                .method(ctx.method().name(), BodyPublishers.ofString(ctx.body()))
                .build());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new HttpResponseException(answer.statusCode(), answer.body(), Map.of());
        }
        ctx.status(answer.statusCode()).contentType("application/json").result(answer.body());
    }

    private HttpResponse<String> asked(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new ServiceUnavailableResponse("The lab does not answer: the stage does not run any more.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableResponse("The guard is ending.");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
