package dev.tautline.watch;

import dev.tautline.watch.server.DatabaseTotals;
import dev.tautline.watch.server.IoTotals;
import dev.tautline.watch.server.ReplicationState;
import dev.tautline.watch.server.ServerSample;
import dev.tautline.watch.server.ServerSample.Timed;
import dev.tautline.watch.server.StatementTotals;
import dev.tautline.watch.server.WritingTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The recent looks into one server, each kind for as long as its rates need. Not thread-safe.
final class ServerMemory {
    private static final int LOOKS = 4;
    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final Duration WRITING = Duration.ofSeconds(60);

    /// No question is asked so rarely that it matters: a longer gap is a clock that was set, or a machine that slept.
    private static final Duration GAP = Duration.ofMinutes(10);

    /// A standby that was taken away on purpose is missed no longer than this.
    private static final Duration MISSED = Duration.ofHours(24);

    private final Deque<Timed<ServerSample>> looks = new ArrayDeque<>();
    private final Deque<Timed<StatementTotals>> statements = new ArrayDeque<>();
    private final Deque<Timed<DatabaseTotals>> database = new ArrayDeque<>();
    private final Deque<Timed<WritingTotals>> writing = new ArrayDeque<>();
    private final Deque<Timed<IoTotals>> io = new ArrayDeque<>();
    private final Deque<Timed<Long>> sizes = new ArrayDeque<>();
    private final Map<String, Instant> streamed = new HashMap<>();
    private final UsualStatements usual = new UsualStatements();

    /// Whether this look is a new one.
    boolean takes(Instant at, ServerSample sample) {
        if (!looks.isEmpty() && looks.getLast().at().equals(at)) {
            return false;
        }
        forgetBeforeGap(looks, at);
        looks.addLast(new Timed<>(at, sample));
        trim(looks);
        if (sample.database() != null) {
            if (!database.isEmpty()
                    && !database.getLast()
                            .value()
                            .resetAt()
                            .equals(sample.database().resetAt())) {
                database.clear();
            }
            forgetBeforeGap(database, at);
            database.addLast(new Timed<>(at, sample.database()));
            trim(database, at.minus(DATABASE));
        }
        takeTimed(sample, at);
        if (sample.replication() != null) {
            meet(sample.replication(), at);
        }
        return true;
    }

    /// What was counted before a reset cannot be compared with what is counted since.
    private void takeTimed(ServerSample sample, Instant at) {
        var counted = sample.statements();
        if (counted != null
                && !statements.isEmpty()
                && counted.value().resetSince(statements.getLast().value())) {
            statements.clear();
            usual.reset();
        }
        if (add(statements, sample.statements())) {
            trim(statements);
        }
        if (add(writing, sample.writing())) {
            trim(writing, at.minus(WRITING));
        }
        takeIo(sample.io());
        if (add(sizes, sample.databaseBytes())) {
            trim(sizes);
        }
    }

    private void takeIo(@Nullable Timed<IoTotals> counted) {
        if (counted != null
                && !io.isEmpty()
                && !counted.value().resetAt().equals(io.getLast().value().resetAt())) {
            io.clear();
        }
        if (add(io, counted)) {
            trim(io, Objects.requireNonNull(counted).at().minus(DATABASE));
        }
    }

    /// False when there is none, or when it is the one from before.
    private static <T> boolean add(Deque<Timed<T>> to, @Nullable Timed<T> next) {
        if (next == null || (!to.isEmpty() && to.getLast().at().equals(next.at()))) {
            return false;
        }
        forgetBeforeGap(to, next.at());
        to.addLast(next);
        return true;
    }

    /// Rates over a time that was not, or that ran backwards, mean nothing.
    private static <T> void forgetBeforeGap(Deque<Timed<T>> of, Instant next) {
        var last = of.peekLast();
        if (last != null && (next.isBefore(last.at()) || next.isAfter(last.at().plus(GAP)))) {
            of.clear();
        }
    }

    private static <T> void trim(Deque<Timed<T>> to) {
        while (to.size() > LOOKS) {
            to.removeFirst();
        }
    }

    private static <T> void trim(Deque<Timed<T>> to, Instant from) {
        while (to.size() > 1 && to.getFirst().at().isBefore(from)) {
            to.removeFirst();
        }
    }

    /// A standby has no standbys of its own that a former primary had.
    private void meet(ReplicationState replication, Instant at) {
        if (replication.inRecovery()) {
            streamed.clear();
        }
        replication.standbys().stream()
                .filter(standby -> standby.state().equals("streaming"))
                .forEach(standby -> streamed.put(standby.name(), at));
        streamed.values().removeIf(last -> last.isBefore(at.minus(MISSED)));
    }

    void endTick(boolean healthy) {
        usual.endTick(healthy, statements.peekLast());
    }

    ServerSample latest() {
        return looks.getLast().value();
    }

    Instant latestAt() {
        return looks.getLast().at();
    }

    Deque<Timed<ServerSample>> looks() {
        return looks;
    }

    Deque<Timed<StatementTotals>> statements() {
        return statements;
    }

    Deque<Timed<DatabaseTotals>> database() {
        return database;
    }

    Deque<Timed<WritingTotals>> writing() {
        return writing;
    }

    Deque<Timed<IoTotals>> io() {
        return io;
    }

    Deque<Timed<Long>> sizes() {
        return sizes;
    }

    UsualStatements usual() {
        return usual;
    }

    /// By name, when each standby was last seen streaming.
    Map<String, Instant> streamed() {
        return streamed;
    }

    /// Between the first and the last, in seconds; 0 for fewer than two.
    static <T> double seconds(Deque<Timed<T>> timed) {
        return timed.size() < 2
                ? 0
                : Duration.between(
                                        Objects.requireNonNull(timed.peekFirst())
                                                .at(),
                                        Objects.requireNonNull(timed.peekLast()).at())
                                .toMillis()
                        / 1000.0;
    }
}
