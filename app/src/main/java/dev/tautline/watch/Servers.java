package dev.tautline.watch;

import dev.tautline.diagnosis.ServerFailures;
import dev.tautline.diagnosis.ServerFailures.Failed;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.watch.server.ServerSample;
import dev.tautline.watch.server.log.LogTold;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns looks into the servers into views: the running totals become rates, several looks become one count of
/// sessions. Not thread-safe: the watch's own thread uses it.
final class Servers {
    private static final Duration PATIENCE = Duration.ofMillis(3500);

    private final Baselines baselines;
    private final ServerChanges changes;
    private final Instant since;
    private final Map<String, ServerMemory> memories = new HashMap<>();

    Servers(Baselines baselines, Changes changes, Instant since) {
        this.baselines = baselines;
        this.changes = new ServerChanges(changes);
        this.since = since;
    }

    /// Null until the server has been looked into once.
    ///
    /// @param database the one that is looked into
    /// @param roles those that the watched services log in with; empty when no agent names one
    @Nullable
    ServerView view(String target, String database, Set<String> roles, Sampled<ServerSample> sampled, Instant now) {
        var sample = sampled.value();
        var at = sampled.at();
        if (sample == null || at == null) {
            return null;
        }
        var memory = memories.computeIfAbsent(target, key -> new ServerMemory());
        if (memory.takes(at, sample)) {
            changes.note(target, sample, at);
        }
        var signals = new ServerSignals(target, baselines, memory);
        var ours = new Ours(database, roles);
        return ServerView.of(target, new SessionCensus(signals, memory, ours).activity())
                .silentSeconds(sampled.silentSeconds(now, since, PATIENCE))
                .statements(new StatementExcess(signals, memory, ours).statements())
                .replication(signals.replication(now))
                .wal(signals.wal())
                .checkpoints(signals.checkpoints())
                .storage(signals.storage())
                .io(sample.io() == null ? null : new IoRates(signals, memory.io()).io())
                .vacuum(signals.vacuum())
                .counters(signals.counters())
                .fileErrors(sample.fileErrors())
                .shutOut(sample.shutOut())
                .refusals(new RefusedLoginRates(signals).of(sample.log()))
                .failures(failures(sample.log()))
                .withheld(sample.withheld())
                .build();
    }

    private static @Nullable ServerFailures failures(@Nullable LogTold told) {
        if (told == null) {
            return null;
        }
        var failed = told.failed().entrySet().stream()
                .map(entry -> new Failed(
                        entry.getKey().state(),
                        entry.getKey().role(),
                        entry.getKey().database(),
                        entry.getValue()))
                .toList();
        return new ServerFailures(told.seconds(), failed);
    }

    /// Ends a tick: what statements usually take is learnt in health only.
    void endTick(boolean healthy) {
        memories.values().forEach(memory -> memory.endTick(healthy));
    }
}
