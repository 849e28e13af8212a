package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `taut check` finds in the files that the guard was told of: reviewed at the start, each time somebody asks for
/// it, and when what is known is older than ten minutes. Thread-safe.
public final class Findings {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Optional<Path> path;
    private final Function<Path, String> review;
    private final Clock clock;
    private final ReentrantLock reviewing = new ReentrantLock();
    private volatile @Nullable Reviewed latest;

    /// @param report null while the first review runs
    /// @param problem why the last one could not be made
    private record Reviewed(
            String path,
            @Nullable Instant at,
            @Nullable JsonNode report,
            @Nullable String problem) {}

    /// @param path what is reviewed; empty when nobody said so
    /// @param review answers the report of a path as the JSON of `taut check`
    public Findings(Optional<Path> path, Function<Path, String> review, Clock clock) {
        this.path = path;
        this.review = review;
        this.clock = clock;
    }

    /// Of a guard that was told of no files.
    public static Findings none() {
        return new Findings(Optional.empty(), path -> "{}", Clock.systemUTC());
    }

    /// Begins the first review, in the background.
    void start() {
        path.ifPresent(files -> Thread.startVirtualThread(() -> review(files)));
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/findings", ctx -> answer(ctx, known()), Scope.READ);
        routes.post("/api/findings/review", ctx -> answer(ctx, review(files())), Scope.OPERATE);
    }

    private Path files() {
        return path.orElseThrow(() -> new NotFoundResponse(
                "No files are reviewed: name their path as 'findings' in the section dashboard of taut.yaml."));
    }

    private Reviewed known() {
        var files = files();
        var present = latest;
        if (present == null) {
            return new Reviewed(files.toString(), null, null, null);
        }
        var at = present.at();
        if (at != null && at.plus(FRESH).isBefore(clock.instant()) && !reviewing.isLocked()) {
            start();
        }
        return present;
    }

    /// One at a time: who comes meanwhile gets what that one finds, be it equal to what was there before.
    @SuppressWarnings("ReferenceEquality")
    private Reviewed review(Path files) {
        var before = latest;
        reviewing.lock();
        try {
            var present = latest;
            if (present != null && present != before) {
                return present;
            }
            var found = reviewed(files);
            latest = found;
            return found;
        } finally {
            reviewing.unlock();
        }
    }

    private Reviewed reviewed(Path files) {
        var at = Millis.of(clock.instant());
        try {
            return new Reviewed(files.toString(), at, JsonMapper.shared().readTree(review.apply(files)), null);
        } catch (RuntimeException e) {
            // A file that cannot be reviewed is told on the page; the watch has nothing to do with it.
            return new Reviewed(files.toString(), at, null, String.valueOf(e.getMessage()));
        }
    }

    private static void answer(Context ctx, Object value) {
        ctx.contentType("application/json").result(Json.of(value));
    }
}
