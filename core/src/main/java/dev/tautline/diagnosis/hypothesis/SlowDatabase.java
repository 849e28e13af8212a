package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The server itself takes longer to execute statements: a changed plan, a missing index, no CPU, slow storage.
final class SlowDatabase implements Hypothesis {
    private static final double SLOW = 3;
    private static final double ORDINARY = 2;
    private static final double SLACK_MILLIS = 1;
    private static final double HOLDING_SLACK_MILLIS = 20;

    private static final double MOSTLY = 5;

    private static final double FEWEST_PER_SECOND = 1;
    private static final double SMALL_PART = 0.2;

    private static final Cause CAUSE = new Cause("slow-database", "Slow database", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = scene.servers().stream()
                .filter(server -> server.silentSeconds() == 0 && server.statementMean() != null)
                .toList();
        if (measured.isEmpty()) {
            return new Unknown("no server tells its execution times (pg_stat_statements)");
        }
        var slow = measured.stream()
                .filter(server -> time(server).raised(SLOW, SLACK_MILLIS))
                .findFirst()
                .orElse(null);
        if (slow != null) {
            var unfelt = unfelt(symptoms.suffering(scene));
            if (!unfelt.isEmpty()) {
                return new Refuted(Stream.concat(Stream.of(slow.target() + ": " + time(slow)), unfelt.stream())
                        .toList());
            }
            return TrafficSpike.heavy(scene)
                    .map(heavy -> (Judgement) new Unknown(
                            slow.target() + ": " + time(slow) + ", but many times as much is asked: " + heavy))
                    .orElseGet(() -> judgeSlow(slow, scene, symptoms.suffering(scene)));
        }
        var evidence = measured.stream()
                .map(server -> server.target() + ": " + time(server))
                .toList();
        if (measured.stream().allMatch(server -> time(server).asUsual(ORDINARY, SLACK_MILLIS))) {
            return new Refuted(evidence);
        }
        var holding = holding(symptoms.suffering(scene));
        // A standby that is seldom asked may have no usual of its own; those who suffer know what is theirs.
        boolean unfelt = !holding.isEmpty()
                && holding.values().stream().allMatch(time -> time.asUsual(ORDINARY, HOLDING_SLACK_MILLIS));
        return unfelt
                ? new Refuted(Stream.concat(
                                evidence.stream(),
                                holding.entrySet().stream().map(held -> held.getKey() + ": " + held.getValue()))
                        .toList())
                : new Unknown(String.join("; ", evidence));
    }

    /// What those who suffer hold their connections for, each time and for each request, where all of it is
    /// as usual: the server takes longer for somebody else. Empty where any of it is longer, or is not told.
    private static List<String> unfelt(List<InstanceView> suffering) {
        var told = new ArrayList<Reading>(holding(suffering).values());
        if (told.isEmpty()) {
            return List.of();
        }
        for (var instance : suffering) {
            for (var pool : instance.pools()) {
                if (pool.hold() == null || !pool.exhausted()) {
                    return List.of();
                }
                told.add(pool.hold());
            }
        }
        return told.stream().allMatch(time -> time.asUsual(ORDINARY, HOLDING_SLACK_MILLIS))
                ? told.stream().map(Reading::toString).toList()
                : List.of();
    }

    /// Whoever waits for a slower statement holds a connection meanwhile. Empty unless each of them tells.
    private static Map<String, Reading> holding(List<InstanceView> suffering) {
        var told = new LinkedHashMap<String, Reading>();
        for (var instance : suffering) {
            var holding = instance.requests().holding();
            if (holding == null || instance.silentSeconds() > 0) {
                return Map.of();
            }
            told.put(instance.name(), holding);
        }
        return told;
    }

    /// What a client waits longer for, of the server and of the way to it, is mostly the way.
    private static boolean isMostOfIt(RouteView route, Reading statement) {
        var trip = route.roundTripMinimum();
        return trip != null && trip.raised(SLOW, MOSTLY * statement.excess());
    }

    /// Statements may well be slower beside what makes the users wait: a release that computes for long leaves the
    /// server less of a shared processor.
    private static Judgement judgeSlow(ServerView server, Scene scene, List<InstanceView> suffering) {
        if (LockContention.waiting(server)) {
            return new Unknown(server.target() + ": " + time(server) + ", but that is waiting for locks");
        }
        var farther = scene.routes().stream()
                .filter(route -> route.target().equals(server.target()) && isMostOfIt(route, time(server)))
                .findFirst();
        if (farther.isPresent()) {
            return new Unknown(server.target() + ": " + time(server) + ", but each question is on its way for longer: "
                    + farther.get().roundTripMinimum());
        }
        var aside = byTheWay(server, suffering);
        if (aside.isPresent()) {
            return new Unknown(server.target() + ": " + time(server) + ", but " + aside.get());
        }
        if (SlowFrontend.takesTheTimeOf(suffering)) {
            return new Unknown(
                    server.target() + ": " + time(server) + ", but the requests spend their time outside the database");
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "the server takes longer to execute statements",
                List.of(time(server).toString(), sessions(server.sessions())),
                "Look at the slowest statements in pg_stat_statements on " + server.target()
                        + " and compare their plans with EXPLAIN (ANALYZE, BUFFERS).",
                null);
    }

    /// What its statements take longer is a small part of what the requests of those who suffer hold their connections
    /// longer: a busy machine slows both. Empty where it is more, or not known.
    private static Optional<String> byTheWay(ServerView server, List<InstanceView> suffering) {
        var statements = server.statements();
        double perSecond = 0;
        double longer = Double.MAX_VALUE;
        for (var instance : suffering) {
            var holding = instance.requests().holding();
            var rate = instance.requests().perSecond();
            if (holding == null || holding.usual() == null || rate == null || instance.silentSeconds() > 0) {
                return Optional.empty();
            }
            perSecond += rate.now();
            longer = Math.min(longer, holding.excess());
        }
        if (statements == null || perSecond < FEWEST_PER_SECOND || longer < HOLDING_SLACK_MILLIS) {
            return Optional.empty();
        }
        double ofServer = statements.excessPerSecond() / perSecond;
        return ofServer >= SMALL_PART * longer
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "that is %.1f ms of the %.0f ms for which each request holds its connection longer",
                        ofServer,
                        longer));
    }

    private static String sessions(ServerView.@Nullable Sessions sessions) {
        return sessions == null
                ? "no session was sampled"
                : "%d of %d sampled sessions were executing".formatted(sessions.running(), sessions.sampled());
    }

    private static Reading time(ServerView server) {
        return Objects.requireNonNull(server.statementMean());
    }
}
