package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerCheckpoints;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerReplication.Missing;
import dev.tautline.diagnosis.ServerReplication.Receiver;
import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerStorage;
import dev.tautline.diagnosis.ServerVacuum;
import dev.tautline.diagnosis.ServerWal;
import dev.tautline.diagnosis.Unit;
import dev.tautline.watch.server.DatabaseTotals;
import dev.tautline.watch.server.ReplicationState;
import dev.tautline.watch.server.ReplicationState.Replay;
import dev.tautline.watch.server.SessionRow;
import dev.tautline.watch.server.WritingTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The rates of one server's running totals, each beside its usual.
final class ServerSignals {
    private final String target;
    private final Baselines baselines;
    private final ServerMemory memory;

    ServerSignals(String target, Baselines baselines, ServerMemory memory) {
        this.target = target;
        this.baselines = baselines;
        this.memory = memory;
    }

    Reading read(String signal, String what, double now, Unit unit) {
        return baselines.read(target + "/" + signal, what, now, unit);
    }

    @Nullable
    ServerStorage storage() {
        double seconds = ServerMemory.seconds(memory.database());
        if (memory.latest().database() == null || seconds == 0) {
            return null;
        }
        double blocks = gain(DatabaseTotals::blocksRead);
        double millis = gain(DatabaseTotals::readMillis);
        return new ServerStorage(
                memory.sizes().isEmpty() ? -1 : memory.sizes().getLast().value(),
                growth(),
                read(
                        "temporary",
                        "temporary files",
                        gain(DatabaseTotals::temporaryBytes) / seconds,
                        Unit.BYTES_PER_SECOND),
                gain(DatabaseTotals::temporaryFiles) / seconds,
                read("blocks-read", "blocks read from outside shared buffers", blocks / seconds, Unit.PER_SECOND),
                blocks < 10 || millis <= 0
                        ? null
                        : read("block-millis", "time per block read", millis / blocks, Unit.MILLIS));
    }

    private @Nullable Double growth() {
        double seconds = ServerMemory.seconds(memory.sizes());
        return seconds == 0
                ? null
                : (memory.sizes().getLast().value() - memory.sizes().getFirst().value()) / seconds;
    }

    @Nullable
    ServerCounters counters() {
        double seconds = ServerMemory.seconds(memory.database());
        var latest = memory.latest().database();
        if (latest == null || seconds == 0) {
            return null;
        }
        double rolledBack = gain(DatabaseTotals::rolledBack);
        double ended = rolledBack + gain(DatabaseTotals::committed);
        return new ServerCounters(
                seconds,
                (int) gain(DatabaseTotals::deadlocks),
                (int) gain(DatabaseTotals::conflicts),
                latest.checksumFailures(),
                (long) gain(DatabaseTotals::committed),
                (long) rolledBack,
                sessionsBegun(),
                loggingIn(),
                read("rollbacks", "rollbacks on " + target, rolledBack / seconds, Unit.PER_SECOND),
                ended == 0
                        ? null
                        : read("rollback-share", "share of rollbacks on " + target, rolledBack / ended, Unit.SHARE));
    }

    /// One that hangs is seen at each look, and is one all the same.
    private Reading loggingIn() {
        long seen = memory.looks().stream()
                .flatMap(look -> look.value().sessions().stream())
                .filter(SessionRow::loggingIn)
                .mapToInt(SessionRow::pid)
                .distinct()
                .count();
        return read(
                "logging-in",
                "sessions just logging in on " + target,
                (double) seen / memory.looks().size(),
                Unit.COUNT);
    }

    /// Over the last looks alone, so that a storm shows while it rises.
    private @Nullable Reading sessionsBegun() {
        double seconds = ServerMemory.seconds(memory.looks());
        var first = memory.looks().getFirst().value().database();
        var last = memory.latest().database();
        return seconds == 0 || first == null || last == null || first.sessions() < 0
                ? null
                : read(
                        "sessions-begun",
                        "sessions begun on " + target,
                        Math.max(0, last.sessions() - first.sessions()) / seconds,
                        Unit.PER_SECOND);
    }

    /// Totals that shrank were reset in between.
    private double gain(ToDoubleFunction<DatabaseTotals> total) {
        return Math.max(
                0,
                total.applyAsDouble(memory.database().getLast().value())
                        - total.applyAsDouble(memory.database().getFirst().value()));
    }

    @Nullable
    ServerCheckpoints checkpoints() {
        double seconds = ServerMemory.seconds(memory.writing());
        if (memory.latest().writing() == null || seconds == 0) {
            return null;
        }
        var first = memory.writing().getFirst().value();
        var last = memory.writing().getLast().value();
        return new ServerCheckpoints(
                seconds,
                (int) Math.max(0, last.timed() - first.timed()),
                (int) Math.max(0, last.requested() - first.requested()),
                read(
                        "checkpoint-busy",
                        "time spent on checkpoints",
                        Math.max(0, last.busyMillis() - first.busyMillis()) / (1000 * seconds),
                        Unit.SHARE));
    }

    @Nullable
    ServerWal wal() {
        var writing = memory.latest().writing();
        if (writing == null) {
            return null;
        }
        var of = writing.value();
        return new ServerWal(
                walRate(),
                of.archiving(),
                of.failedSinceSuccess() ? Math.max(1, failures()) : 0,
                of.failedSinceSuccess() ? of.lastFailure() : "",
                of.archivedSecondsAgo() < 0 ? null : of.archivedSecondsAgo());
    }

    /// Since the last success within what is remembered; all that were ever counted when nothing was ever archived.
    private long failures() {
        var last = memory.writing().getLast().value();
        if (last.archived() == 0) {
            return last.failed();
        }
        return last.failed()
                - memory.writing().stream()
                        .map(timed -> timed.value())
                        .filter(earlier -> earlier.archived() < last.archived() || !earlier.failedSinceSuccess())
                        .mapToLong(WritingTotals::failed)
                        .max()
                        .orElse(0);
    }

    private @Nullable Reading walRate() {
        double seconds = ServerMemory.seconds(memory.looks());
        var first = memory.looks().getFirst().value().replication();
        var last = memory.latest().replication();
        return seconds == 0 || first == null || last == null
                ? null
                : read("wal", "WAL", Math.max(0, last.walBytes() - first.walBytes()) / seconds, Unit.BYTES_PER_SECOND);
    }

    @Nullable
    ServerReplication replication(Instant now) {
        var state = memory.latest().replication();
        if (state == null) {
            return null;
        }
        return new ServerReplication(
                state.inRecovery(),
                state.synchronousStandbyNames(),
                state.standbys(),
                state.slots().stream().map(this::growing).toList(),
                missing(state, now),
                state.receiver() == null ? null : receiver(state.receiver()));
    }

    private Slot growing(Slot slot) {
        double seconds = ServerMemory.seconds(memory.looks());
        var first = memory.looks().getFirst().value().replication();
        var before = first == null
                ? null
                : first.slots().stream()
                        .filter(earlier -> earlier.name().equals(slot.name()))
                        .findFirst()
                        .orElse(null);
        Double growth = before == null || seconds == 0
                ? null
                : Double.valueOf((slot.retainedBytes() - before.retainedBytes()) / seconds);
        return new Slot(slot.name(), slot.active(), slot.walStatus(), slot.retainedBytes(), growth, slot.safeBytes());
    }

    private List<Missing> missing(ReplicationState state, Instant now) {
        return memory.streamed().entrySet().stream()
                .filter(seen -> state.standbys().stream()
                        .noneMatch(standby -> standby.name().equals(seen.getKey())))
                .map(seen -> new Missing(
                        seen.getKey(),
                        Math.max(0, Duration.between(seen.getValue(), now).toMillis() / 1000.0)))
                .sorted(Comparator.comparingDouble(Missing::seconds).reversed())
                .toList();
    }

    private Receiver receiver(Replay of) {
        return new Receiver(
                of.status(),
                of.paused(),
                of.behindBytes(),
                of.delaySeconds() < 0
                        ? null
                        : read(
                                "replay-delay",
                                "age of the last replayed transaction",
                                1000 * of.delaySeconds(),
                                Unit.MILLIS));
    }

    @Nullable
    ServerVacuum vacuum() {
        var vacuum = memory.latest().vacuum();
        if (vacuum == null) {
            return null;
        }
        var of = vacuum.value();
        int workers = (int) memory.latest().sessions().stream()
                .map(SessionRow::type)
                .filter("autovacuum worker"::equals)
                .count();
        return new ServerVacuum(
                of.transactionIdAge(), of.freezeMaxAge(), of.holder(), workers, of.maxWorkers(), of.tables());
    }
}
