package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Scope;
import dev.tautline.history.series.Line;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesUnreadable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the charts of hours and days are drawn from: series, changes, and the settings that were in force. Thread-safe.
final class SeriesApi {
    /// A month in steps of ten minutes, and a screen that shows each of them.
    private static final int MOST_POINTS = 4500;

    private static final int MOST_SERIES = 24;
    private static final int MOST_CHANGES = 1000;
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final SeriesReader reader;

    SeriesApi(SeriesReader reader) {
        this.reader = reader;
    }

    /// One series: seconds, and at each the least, the mean and the greatest; null where nothing was seen.
    private record Points(
            int stepSeconds,
            List<Long> epochSeconds,
            List<@Nullable Float> min,
            List<@Nullable Float> mean,
            List<@Nullable Float> max) {
        static Points of(Line line) {
            var seconds = new ArrayList<Long>(line.size());
            for (int point = 0; point < line.size(); point++) {
                seconds.add(line.second(point));
            }
            return new Points(
                    line.stepSeconds(),
                    seconds,
                    known(line.size(), line::min),
                    known(line.size(), line::mean),
                    known(line.size(), line::max));
        }

        private static List<@Nullable Float> known(int size, IntFunction<Float> value) {
            var known = new ArrayList<@Nullable Float>(size);
            for (int point = 0; point < size; point++) {
                float here = value.apply(point);
                known.add(Float.isNaN(here) ? null : here);
            }
            return known;
        }
    }

    private record Drawn(Instant from, Instant to, Map<String, Points> series) {}

    private record Span(Instant from, Instant to) {}

    private record Remembered(
            Instant at, String kind, String subject, Map<String, String> values, Map<String, String> origins) {}

    void addTo(RoutesConfig routes) {
        routes.get("/api/series", ctx -> json(ctx, reading(reader::names)), Scope.READ);
        routes.get("/api/series/points", ctx -> json(ctx, reading(() -> drawn(ctx))), Scope.READ);
        routes.get("/api/changes", ctx -> json(ctx, reading(() -> changes(ctx))), Scope.READ);
        routes.get("/api/settings", ctx -> json(ctx, reading(this::settings)), Scope.READ);
    }

    private Drawn drawn(Context ctx) {
        var names = ctx.queryParams("name");
        if (names.isEmpty() || names.size() > MOST_SERIES) {
            throw new BadRequestResponse("'name' is to be given once for each series, 1 to " + MOST_SERIES
                    + " times; /api/series lists those that there are.");
        }
        var span = span(ctx);
        var lines = new LinkedHashMap<String, Points>();
        for (var name : names) {
            lines.put(
                    name,
                    Points.of(reader.line(
                            name, span.from().getEpochSecond(), span.to().getEpochSecond(), MOST_POINTS)));
        }
        return new Drawn(span.from(), span.to(), lines);
    }

    private List<ChangeMark> changes(Context ctx) {
        var span = span(ctx);
        return reader.changes(span.from(), span.to(), MOST_CHANGES).stream()
                .map(ChangeMark::of)
                .toList();
    }

    private List<Remembered> settings() {
        return reader.settings().stream()
                .map(since -> new Remembered(
                        since.at(),
                        since.settings().kind(),
                        since.settings().subject(),
                        since.settings().values(),
                        since.settings().origins()))
                .toList();
    }

    private static Span span(Context ctx) {
        var from = instant(ctx, "from");
        var to = instant(ctx, "to");
        var lasting = Duration.between(from, to);
        if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(LONGEST) > 0) {
            throw new BadRequestResponse("'from' is to be before 'to', by at most " + LONGEST.toDays() + " days.");
        }
        return new Span(from, to);
    }

    private static Instant instant(Context ctx, String name) {
        var text = ctx.queryParam(name);
        if (text == null) {
            throw new BadRequestResponse("'" + name + "' is missing: an instant such as 2026-03-01T12:00:00Z.");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestResponse("'" + name + "' is no instant such as 2026-03-01T12:00:00Z.");
        }
    }

    private static <T> T reading(Supplier<T> question) {
        try {
            return question.get();
        } catch (SeriesUnreadable e) {
            throw new ServiceUnavailableResponse(String.valueOf(e.getMessage()));
        }
    }

    private static void json(Context ctx, Object answer) {
        ctx.contentType("application/json").result(Json.of(answer));
    }
}
