package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerActivity.Waits;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Sessions;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.diagnosis.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Turns looks into the servers into views: the running totals become rates, several looks become one count of
/// sessions.
final class Servers {
    private static final int LOOKS = 4;
    private static final Duration PATIENCE = Duration.ofMillis(3500);

    private record Look(Instant at, ServerSample sample) {}

    private final Baselines baselines;
    private final Changes changes;
    private final Instant since;
    private final Map<String, Deque<Look>> looks = new HashMap<>();

    Servers(Baselines baselines, Changes changes, Instant since) {
        this.baselines = baselines;
        this.changes = changes;
        this.since = since;
    }

    /// Null until the server has been looked into once.
    @Nullable
    ServerView view(String target, Sampled<ServerSample> sampled, Instant now) {
        var sample = sampled.value();
        var at = sampled.at();
        if (sample == null || at == null) {
            return null;
        }
        var recent = looks.computeIfAbsent(target, key -> new ArrayDeque<>());
        if (recent.isEmpty() || !recent.getLast().at().equals(at)) {
            recent.addLast(new Look(at, sample));
            noteChanges(target, sample, at);
        }
        while (recent.size() > LOOKS) {
            recent.removeFirst();
        }
        var sessions = sessions(recent);
        return ServerView.of(
                        target,
                        new ServerActivity(
                                sessions,
                                Waits.NONE,
                                Waits.NONE,
                                List.of(),
                                sample.connections(),
                                sample.maxConnections(),
                                baselines.read(
                                        target + "/lock-waiters",
                                        "sessions waiting for a lock",
                                        (double) sessions.lockWaiting() / sessions.samples(),
                                        Unit.COUNT),
                                null,
                                null,
                                null,
                                sample.blockers(),
                                null))
                .silentSeconds(sampled.silentSeconds(now, since, PATIENCE))
                .statements(new ServerStatements(statementMean(target, recent), statementRate(target, recent), 0, null))
                .replication(new ServerReplication(false, "", sample.standbys(), List.of(), null))
                .build();
    }

    private void noteChanges(String target, ServerSample sample, Instant at) {
        changes.compare(
                Change.Kind.SERVER_START,
                target,
                Map.of("start", sample.startedAt().toString()),
                at);
        changes.compare(Change.Kind.SERVER_SETTING, target, sample.settings(), at);
        var standbys = new TreeMap<String, String>();
        for (Standby standby : sample.standbys()) {
            standbys.put("standby " + standby.name(), standby.state());
        }
        changes.compare(Change.Kind.TOPOLOGY, target + "'s cluster", standbys, at);
    }

    private @Nullable Reading statementMean(String target, Deque<Look> recent) {
        var first = recent.getFirst().sample();
        var last = recent.getLast().sample();
        long calls = last.calls() - first.calls();
        double millis = last.execMillis() - first.execMillis();
        // Fewer totals than before: the statistics were reset in between.
        if (first.calls() < 0 || calls <= 0 || millis < 0) {
            return null;
        }
        return baselines.read(target + "/statement-mean", "mean statement time", millis / calls, Unit.MILLIS);
    }

    private @Nullable Reading statementRate(String target, Deque<Look> recent) {
        var first = recent.getFirst();
        var last = recent.getLast();
        long calls = last.sample().calls() - first.sample().calls();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        if (first.sample().calls() < 0 || calls < 0 || seconds <= 0) {
            return null;
        }
        return baselines.read(target + "/statements", "statements", calls / seconds, Unit.PER_SECOND);
    }

    private static Sessions sessions(Deque<Look> recent) {
        var samples = recent.stream().map(Look::sample).toList();
        return new Sessions(
                samples.size(),
                sum(samples, ServerSample::sessions),
                sum(samples, ServerSample::running),
                sum(samples, ServerSample::lockWaiting),
                sum(samples, ServerSample::idleInTransaction),
                sum(samples, ServerSample::idle));
    }

    private static int sum(List<ServerSample> samples, ToIntFunction<ServerSample> count) {
        return samples.stream().mapToInt(count).sum();
    }
}
