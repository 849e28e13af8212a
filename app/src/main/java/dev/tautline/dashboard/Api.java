package dev.tautline.dashboard;

import dev.tautline.dashboard.History.Columns;
import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Caller;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Postmortem;
import dev.tautline.postmortem.PostmortemPage;
import dev.tautline.watch.Watch.Tick;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The routes under `/api`, and what they answer from. Thread-safe: the watch accepts, requests read.
final class Api implements AutoCloseable {
    private static final String NOTHING_YET = "";

    private final History history = new History();
    private final EventStream events = new EventStream();
    private final Standing standing = new Standing();
    private final SeriesReader reader;
    private final SeriesApi series;
    private volatile @Nullable Latest latest;

    Api(SeriesReader series) {
        this.reader = series;
        this.series = new SeriesApi(series);
    }

    void accept(Tick tick) {
        var sample = Sample.of(tick.scene());
        history.add(sample);
        var json = Json.of(State.of(tick, sample, standing.at(tick)));
        latest = new Latest(json, tick.incidents());
        events.publish(json);
    }

    void addTo(RoutesConfig routes, Access access, String cookie) {
        routes.get("/api/state", ctx -> json(ctx, latest().json()), Scope.READ);
        routes.get("/api/history", ctx -> json(ctx, Json.of(columns(ctx))), Scope.READ);
        series.addTo(routes);
        routes.get("/api/events", ctx -> events(ctx, access, cookie), Scope.READ);
        routes.get("/api/incidents", ctx -> json(ctx, Json.of(lines())), Scope.READ);
        routes.get("/api/incidents/{id}", ctx -> json(ctx, Json.of(IncidentState.of(incident(ctx)))), Scope.READ);
        routes.get("/api/incidents/{id}/postmortem", this::postmortem, Scope.READ);
    }

    /// All series, or those of the subjects that are asked for.
    private Columns columns(Context ctx) {
        var subjects = Set.copyOf(ctx.queryParams("subject"));
        return history.columns(name -> subjects.isEmpty() || subjects.contains(name.substring(name.indexOf('/') + 1)));
    }

    private List<IncidentLine> lines() {
        var present = latest;
        return present == null
                ? List.of()
                : present.incidents().stream().map(IncidentLine::of).toList();
    }

    private Latest latest() {
        var present = latest;
        if (present == null) {
            throw new ServiceUnavailableResponse("The watch has not seen a second yet; ask again in a moment.");
        }
        return present;
    }

    private void events(Context ctx, Access access, String cookie) throws IOException {
        if (events.full()) {
            throw new ServiceUnavailableResponse(
                    EventStream.MOST_READERS + " pages follow this watch already; close one of them.");
        }
        var present = latest;
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.res().flushBuffer();
        events.serve(
                present == null ? NOTHING_YET : present.json(),
                ctx.res().getOutputStream(),
                stillLoggedIn(ctx, access, cookie));
    }

    /// One who came with a session follows for as long as it lasts.
    private static BooleanSupplier stillLoggedIn(Context ctx, Access access, String cookie) {
        Caller caller = ctx.attribute(Gate.CALLER);
        var session = ctx.cookie(cookie);
        return caller == null || caller.csrf() == null
                ? () -> true
                : () -> access.session(session).isPresent();
    }

    private Incident incident(Context ctx) {
        var id = ctx.pathParam("id");
        var present = latest;
        var all = present == null ? List.<Incident>of() : present.incidents();
        return all.stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is no incident of that id; /api/incidents lists the "
                        + all.size() + " that there are."));
    }

    private void postmortem(Context ctx) {
        var incident = incident(ctx);
        var format = Objects.requireNonNullElse(ctx.queryParam("format"), "markdown");
        switch (format) {
            case "markdown" ->
                ctx.contentType("text/markdown; charset=utf-8")
                        .header("Content-Disposition", "inline; filename=\"postmortem-" + incident.id() + ".md\"")
                        .result(Postmortem.of(incident));
            case "html" ->
                ctx.contentType("text/html; charset=utf-8")
                        .header("Content-Security-Policy", PostmortemPage.policy())
                        .result(PostmortemPage.of(incident, reader, Instant.now()));
            case "json" -> json(ctx, Json.of(IncidentState.of(incident)));
            default -> throw new BadRequestResponse("'format' is '" + format + "', allowed: markdown, html, json.");
        }
    }

    private static void json(Context ctx, String json) {
        ctx.contentType("application/json").result(json);
    }

    @Override
    public void close() {
        events.close();
    }
}
