package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerStatements.Top;
import dev.tautline.diagnosis.Unit;
import dev.tautline.watch.server.SessionRow;
import dev.tautline.watch.server.StatementTotals;
import dev.tautline.watch.server.StatementTotals.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which statements take more of the server's time than usual, and how much. What is still being executed is counted
/// with the time that it has taken so far: a statement that became slow shows before its first slow call ends.
final class StatementExcess {
    /// As long as a look may take.
    private static final double SLACK_SECONDS = 3.5;

    private final ServerSignals signals;
    private final ServerMemory memory;
    private final Ours ours;
    private final double seconds;

    /// What one statement did in the window.
    private record Part(
            long id,
            Totals ended,
            List<SessionRow> inFlight,
            @Nullable Totals usual) {
        double usualMean() {
            return usual == null ? 0 : usual.execMillis() / Math.max(1, usual.calls());
        }

        double mean() {
            double running = inFlight.stream()
                    .mapToDouble(session -> session.querySeconds() * 1000)
                    .sum();
            return (ended.execMillis() + running) / Math.max(1, ended.calls() + inFlight.size());
        }

        /// Milliseconds beyond what the same calls usually take; a call in flight counts from there on, and at most for
        /// the length of the window.
        double excess(double windowMillis) {
            double running = inFlight.stream()
                    .mapToDouble(session ->
                            Math.min(windowMillis, Math.max(0, session.querySeconds() * 1000 - usualMean())))
                    .sum();
            return Math.max(0, ended.execMillis() - ended.calls() * usualMean()) + running;
        }
    }

    StatementExcess(ServerSignals signals, ServerMemory memory, Ours ours) {
        this.signals = signals;
        this.memory = memory;
        this.ours = ours;
        this.seconds = ServerMemory.seconds(memory.statements());
    }

    /// Null when the server does not tell.
    @Nullable
    ServerStatements statements() {
        if (memory.latest().statements() == null) {
            return null;
        }
        var ended = ended();
        var all = ended.values().stream().reduce(StatementTotals.NONE, Totals::plus);
        boolean told = seconds > 0 && fresh();
        var mean = told && all.calls() > 0
                ? signals.read("statement-mean", "mean statement time", all.execMillis() / all.calls(), Unit.MILLIS)
                : null;
        var rate = told ? signals.read("statements", "statements", all.calls() / seconds, Unit.PER_SECOND) : null;
        if (!told) {
            return new ServerStatements(mean, rate, 0, null);
        }
        var parts = parts(ended);
        double windowMillis = 1000 * seconds;
        double excess =
                parts.stream().mapToDouble(part -> part.excess(windowMillis)).sum();
        var top = parts.stream()
                .max(Comparator.comparingDouble(part -> part.excess(windowMillis)))
                .filter(part -> part.excess(windowMillis) > 0)
                .map(part -> top(part, part.excess(windowMillis) / excess))
                .orElse(null);
        return new ServerStatements(mean, rate, excess / seconds, top);
    }

    /// Totals that were not renewed when they were due twice over say what was, not what is.
    private boolean fresh() {
        var timed = memory.statements();
        double apart = seconds / (timed.size() - 1);
        double age = Duration.between(timed.getLast().at(), memory.latestAt()).toMillis() / 1000.0;
        return age <= 2 * apart + SLACK_SECONDS;
    }

    /// By statement. Totals that shrank were reset in between, and tell nothing.
    private Map<Long, Totals> ended() {
        if (seconds == 0) {
            return Map.of();
        }
        var from = memory.statements().getFirst().value().byId();
        var to = memory.statements().getLast().value().byId();
        var ended = new HashMap<Long, Totals>();
        to.forEach((id, now) -> {
            var did = now.less(from.getOrDefault(id, StatementTotals.NONE));
            if (did.calls() > 0 && did.execMillis() >= 0) {
                ended.put(id, did);
            }
        });
        return ended;
    }

    private List<Part> parts(Map<Long, Totals> ended) {
        var executing = memory.latest().sessions().stream()
                .filter(session -> session.client() && session.executing() && session.queryId() != 0)
                .filter(session ->
                        !session.waitsForLock() && !session.waitEvent().equals("SyncRep"))
                .toList();
        var ids = new HashSet<>(ended.keySet());
        executing.forEach(session -> ids.add(session.queryId()));
        var parts = new ArrayList<Part>();
        for (long id : ids) {
            parts.add(new Part(
                    id,
                    ended.getOrDefault(id, StatementTotals.NONE),
                    executing.stream()
                            .filter(session -> session.queryId() == id)
                            .toList(),
                    memory.usual().of(id)));
        }
        return parts;
    }

    private Top top(Part part, double share) {
        var usual = part.usual();
        long calls = part.ended().calls();
        return new Top(
                part.id(),
                text(part),
                share,
                new Reading(
                        "its mean execution time", part.mean(), usual == null ? null : part.usualMean(), Unit.MILLIS),
                calls / seconds,
                calls == 0
                        ? null
                        : perCall("rows per call", part.ended().rows(), calls, usual, usual == null ? 0 : usual.rows()),
                calls == 0
                        ? null
                        : perCall(
                                "blocks per call",
                                blocks(part.ended()),
                                calls,
                                usual,
                                usual == null ? 0 : blocks(usual)),
                blocks(part.ended()) == 0 ? 0 : (double) part.ended().blocksRead() / blocks(part.ended()),
                part.inFlight().size(),
                (int) part.inFlight().stream()
                        .filter(session -> !ours.has(session))
                        .count(),
                part.inFlight().stream()
                        .mapToDouble(SessionRow::querySeconds)
                        .max()
                        .orElse(0));
    }

    private String text(Part part) {
        var known = memory.latest().texts().getOrDefault(part.id(), "");
        return known.isEmpty() && !part.inFlight().isEmpty()
                ? part.inFlight().getFirst().query()
                : known.isEmpty() ? "statement " + part.id() + " of pg_stat_statements" : known;
    }

    private static long blocks(Totals of) {
        return of.blocksHit() + of.blocksRead();
    }

    private static Reading perCall(String what, long now, long calls, @Nullable Totals usual, long usually) {
        return new Reading(
                what,
                (double) now / calls,
                usual == null ? null : (double) usually / Math.max(1, usual.calls()),
                Unit.COUNT);
    }
}
