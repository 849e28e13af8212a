package dev.tautline.watch;

import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerActivity.Group;
import dev.tautline.diagnosis.ServerActivity.OpenTransaction;
import dev.tautline.diagnosis.ServerActivity.Waits;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.ServerView.Sessions;
import dev.tautline.diagnosis.Unit;
import dev.tautline.watch.server.LockQueue.Root;
import dev.tautline.watch.server.ServerSample;
import dev.tautline.watch.server.SessionRow;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Counts the sessions of the last few looks: ours and those of others.
final class SessionCensus {
    private static final int MOST_GROUPS = 8;

    private final ServerSignals signals;
    private final ServerMemory memory;
    private final Ours ours;

    SessionCensus(ServerSignals signals, ServerMemory memory, Ours ours) {
        this.signals = signals;
        this.memory = memory;
        this.ours = ours;
    }

    ServerActivity activity() {
        var latest = memory.latest();
        int looks = memory.looks().size();
        var sessions = sessions(looks);
        var others = waits(session -> !ours(session));
        return new ServerActivity(
                sessions,
                waits(this::ours),
                others,
                groups(latest),
                (int) latest.sessions().stream().filter(SessionRow::client).count(),
                latest.maxConnections(),
                signals.read(
                        "lock-waiters",
                        "sessions waiting for a lock",
                        (double) sessions.lockWaiting() / looks,
                        Unit.COUNT),
                signals.read("busy", "sessions in a transaction or a statement", sessions.busy(), Unit.COUNT),
                signals.read(
                        "others-on-cpu",
                        "other sessions that execute and wait for nothing",
                        (double) others.cpu() / looks,
                        Unit.COUNT),
                signals.read("round-trip-inside", "the guard's shortest question", roundTripMillis(), Unit.MILLIS),
                latest.locks().roots().stream().map(SessionCensus::blocker).toList(),
                oldest(latest));
    }

    /// The median of the looks: one that was late by chance does not count.
    private double roundTripMillis() {
        var sorted = memory.looks().stream()
                .map(look -> look.value().roundTrip().toNanos() / 1e6)
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private boolean ours(SessionRow session) {
        return ours.has(session);
    }

    private Stream<SessionRow> all() {
        return memory.looks().stream().flatMap(look -> look.value().sessions().stream());
    }

    private Sessions sessions(int looks) {
        var ours = all().filter(SessionRow::client).filter(this::ours).toList();
        return new Sessions(
                looks,
                ours.size(),
                count(ours, session -> session.executing() && !session.waitsForLock()),
                count(ours, SessionRow::waitsForLock),
                count(ours, SessionRow::idleInTransaction),
                count(ours, session -> session.state().equals("idle")));
    }

    private Waits waits(Predicate<SessionRow> whose) {
        var executing = all().filter(
                        session -> session.client() || session.type().equals("parallel worker"))
                .filter(SessionRow::executing)
                .filter(whose)
                .toList();
        return new Waits(
                executing.size(),
                count(executing, session -> session.waitType().isEmpty()),
                count(executing, SessionRow::waitsForLock),
                count(executing, session -> session.waitEvent().equals("SyncRep")),
                type(executing, "IO"),
                type(executing, "LWLock"),
                count(
                        executing,
                        session -> session.waitType().equals("IPC")
                                && !session.waitEvent().equals("SyncRep")),
                type(executing, "Timeout"),
                type(executing, "Client"));
    }

    private static int type(List<SessionRow> sessions, String type) {
        return count(sessions, session -> session.waitType().equals(type));
    }

    private static int count(List<SessionRow> sessions, Predicate<SessionRow> which) {
        return (int) sessions.stream().filter(which).count();
    }

    private List<Group> groups(ServerSample latest) {
        record Key(String role, String application, String database, boolean ours) {}
        var by = latest.sessions().stream()
                .filter(session -> session.client() || session.type().equals("parallel worker"))
                .filter(session -> !session.loggingIn())
                .collect(Collectors.groupingBy(
                        session -> new Key(session.role(), session.application(), session.database(), ours(session))));
        return by.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().role(),
                        entry.getKey().application(),
                        entry.getKey().database(),
                        entry.getKey().ours(),
                        count(entry.getValue(), SessionRow::client),
                        count(entry.getValue(), SessionRow::executing),
                        count(
                                entry.getValue(),
                                session -> session.executing()
                                        && session.waitType().isEmpty()),
                        count(entry.getValue(), SessionRow::idleInTransaction)))
                .sorted(Comparator.comparingInt(Group::onCpu)
                        .thenComparingInt(Group::executing)
                        .thenComparingInt(Group::sessions)
                        .reversed())
                .limit(MOST_GROUPS)
                .toList();
    }

    private static Blocker blocker(Root root) {
        return new Blocker(
                root.pid(),
                root.application(),
                root.state(),
                root.stateSeconds(),
                root.query(),
                root.waiters(),
                root.lock());
    }

    private @Nullable OpenTransaction oldest(ServerSample latest) {
        return latest.sessions().stream()
                .filter(session -> session.client() && session.transactionSeconds() >= 0)
                .max(Comparator.comparingDouble(SessionRow::transactionSeconds))
                .map(session -> new OpenTransaction(
                        session.pid(),
                        session.role(),
                        session.application(),
                        ours(session),
                        session.state(),
                        session.stateSeconds(),
                        session.transactionSeconds(),
                        session.query()))
                .orElse(null);
    }
}
