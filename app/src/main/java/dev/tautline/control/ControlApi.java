package dev.tautline.control;

import dev.tautline.alert.quiet.Silences;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.incident.Action;
import dev.tautline.incident.ActionRefused;
import dev.tautline.incident.Actions;
import dev.tautline.incident.Incident;
import dev.tautline.watch.WatchFileUnusable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a person may do with the guard over HTTP. Each route asks for a scope. An answer means that it is done and
/// written down. Thread-safe.
public final class ControlApi {
    /// The watch's next tick is at most a second away; then it is written.
    private static final int PATIENCE_SECONDS = 20;

    private static final int MOST_WORDS = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Actions actions;
    private final Silences silences;
    private final Reloading reloading;
    private final Clock clock;
    private volatile List<Incident> incidents = List.of();

    /// @param by who does it
    /// @param words what there is to say
    record Said(@Nullable String by, @Nullable String words) {}

    public ControlApi(Actions actions, Silences silences, Reloading reloading, Clock clock) {
        this.actions = actions;
        this.silences = silences;
        this.reloading = reloading;
        this.clock = clock;
    }

    /// Takes in what the watch knows now.
    public void accept(List<Incident> present) {
        incidents = present;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/records", ctx -> answer(ctx, incidents), Scope.OPERATE);
        routes.post("/api/incidents/{id}/acknowledge", ctx -> act(ctx, Action.Kind.ACKNOWLEDGE), Scope.OPERATE);
        routes.post("/api/incidents/{id}/mitigate", ctx -> act(ctx, Action.Kind.MITIGATE), Scope.OPERATE);
        routes.post("/api/incidents/{id}/notes", ctx -> act(ctx, Action.Kind.NOTE), Scope.OPERATE);
        routes.get("/api/silences", ctx -> answer(ctx, states()), Scope.READ);
        routes.post("/api/silences", this::silence, Scope.OPERATE);
        routes.delete("/api/silences/{id}", this::expire, Scope.OPERATE);
        routes.post("/api/reload", this::reload, Scope.OPERATE);
    }

    private List<SilenceState> states() {
        var now = clock.instant();
        return silences.all().stream()
                .map(silence -> SilenceState.of(silence, now))
                .toList();
    }

    private void silence(Context ctx) {
        var problems = new ArrayList<String>();
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        var silence = read(ctx, SilenceRequest.class, "A JSON object with 'matchers', 'until', 'by' and 'why'")
                .read(id, clock.instant(), problems);
        if (silence.isEmpty()) {
            throw new BadRequestResponse(String.join("; ", problems));
        }
        answer(ctx, SilenceState.of(done(silences.set(silence.get())), clock.instant()));
    }

    private void expire(Context ctx) {
        var id = ctx.pathParam("id");
        var now = clock.instant();
        var expired = silences.expire(id, now).orElseThrow(() -> new NotFoundResponse("there is no silence " + id));
        answer(ctx, SilenceState.of(done(expired), now));
    }

    private void reload(Context ctx) {
        try {
            answer(ctx, reloading.reload());
        } catch (WatchFileUnusable e) {
            throw new ConflictResponse("the old file goes on: " + e.getMessage());
        }
    }

    private void act(Context ctx, Action.Kind kind) {
        var said = read(ctx, Said.class, "A JSON object with 'by' and 'words'");
        var by = said.by() == null ? "" : said.by().strip();
        var words = said.words() == null ? "" : said.words().strip();
        if (by.isEmpty() || by.length() > 200) {
            throw new BadRequestResponse("'by' says who does it, in 1 to 200 characters.");
        }
        if (words.length() > MOST_WORDS || (kind == Action.Kind.NOTE && words.isEmpty())) {
            throw new BadRequestResponse("'words' are missing, or more than " + MOST_WORDS + " characters.");
        }
        answer(ctx, done(actions.ask(new Action(kind, ctx.pathParam("id"), by, words))));
    }

    private static <T> T done(CompletableFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ActionRefused refused) {
                throw refused.unknown()
                        ? new NotFoundResponse(String.valueOf(refused.getMessage()))
                        : new ConflictResponse(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new ServiceUnavailableResponse("The watch has not taken it within " + PATIENCE_SECONDS + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableResponse("The guard is ending.");
        }
    }

    private static <T> T read(Context ctx, Class<T> type, String expected) {
        try {
            return Objects.requireNonNull(JSON.readValue(ctx.body(), type));
        } catch (JacksonException | NullPointerException e) {
            throw new BadRequestResponse(expected + " is expected.");
        }
    }

    private void answer(Context ctx, Object value) {
        ctx.contentType("application/json").result(JSON.writeValueAsString(value));
    }
}
