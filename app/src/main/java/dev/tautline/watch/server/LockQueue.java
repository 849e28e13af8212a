package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who waits for whom. `pg_blocking_pids()` stops the lock manager for an instant, so only some of the waiters are
/// asked about, those that have waited for the longest time.
public record LockQueue(List<Root> roots) {
    /// A queue of hundreds has the same root.
    private static final int MOST_WAITERS = 20;

    private static final int MOST_ROOTS = 5;

    /// A session, or with pid 0 a prepared transaction, that others wait for and that waits for none.
    ///
    /// @param lock what they wait for: `relation orders (AccessShareLock)`, `transactionid`, `advisory`; with who
    ///     wants it when that one excludes everybody and the others queue behind it
    public record Root(
            int pid, int waiters, String lock, String query, double stateSeconds, String state, String application) {}

    private record Edge(int waiter, Set<Integer> blockers, String lock) {}

    static LockQueue of(List<SessionRow> sessions, Asked server) throws SQLException {
        var waiting = sessions.stream()
                .filter(SessionRow::waitsForLock)
                .sorted((one, other) -> Double.compare(other.querySeconds(), one.querySeconds()))
                .limit(MOST_WAITERS)
                .map(session -> Integer.toString(session.pid()))
                .toList();
        if (waiting.isEmpty()) {
            return new LockQueue(List.of());
        }
        var edges = server.list(
                """
                SELECT w.pid, pg_blocking_pids(w.pid) AS blockers, l.locktype,
                       coalesce(l.relation::regclass::text, '') AS relation, l.mode
                FROM unnest(ARRAY[%s]) AS w(pid)
                JOIN pg_locks l ON l.pid = w.pid AND NOT l.granted""".formatted(String.join(",", waiting)),
                row -> new Edge(
                        row.getInt("pid"),
                        new HashSet<>(Arrays.asList(
                                (Integer[]) row.getArray("blockers").getArray())),
                        lock(row.getString("locktype"), row.getString("relation"), row.getString("mode"))));
        return new LockQueue(roots(edges, sessions, server));
    }

    private static String lock(String type, String relation, String mode) {
        return switch (type) {
            case "relation" -> "relation " + relation + " (" + mode + ")";
            case "tuple" -> "tuple of " + relation;
            default -> type;
        };
    }

    private static List<Root> roots(List<Edge> edges, List<SessionRow> sessions, Asked server) throws SQLException {
        var blockersOf = new HashMap<Integer, Set<Integer>>();
        var lockOf = new HashMap<Integer, String>();
        edges.forEach(edge -> {
            blockersOf.computeIfAbsent(edge.waiter(), key -> new HashSet<>()).addAll(edge.blockers());
            lockOf.putIfAbsent(edge.waiter(), edge.lock());
        });
        var waitersOf = new TreeMap<Integer, List<Integer>>();
        blockersOf
                .keySet()
                .forEach(waiter -> rootsAbove(waiter, blockersOf)
                        .forEach(root -> waitersOf
                                .computeIfAbsent(root, key -> new ArrayList<>())
                                .add(waiter)));
        var most = waitersOf.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .limit(MOST_ROOTS)
                .toList();
        var roots = new ArrayList<Root>();
        for (var root : most) {
            roots.add(root(root.getKey(), root.getValue(), blockersOf, lockOf, sessions, server));
        }
        return List.copyOf(roots);
    }

    /// Up the chain to those that wait for nobody who is known to wait. A circle, which the server is about to break,
    /// has no root.
    private static Set<Integer> rootsAbove(int waiter, Map<Integer, Set<Integer>> blockersOf) {
        var roots = new HashSet<Integer>();
        var seen = new HashSet<Integer>();
        var above = new ArrayDeque<Integer>(blockersOf.getOrDefault(waiter, Set.of()));
        while (!above.isEmpty()) {
            int pid = above.pop();
            if (seen.add(pid)) {
                var next = blockersOf.getOrDefault(pid, Set.of());
                if (next.isEmpty()) {
                    roots.add(pid);
                } else {
                    above.addAll(next);
                }
            }
        }
        return roots;
    }

    /// The lock is told as those see it who wait for the root itself, not for somebody behind it.
    private static Root root(
            int pid,
            List<Integer> waiters,
            Map<Integer, Set<Integer>> blockersOf,
            Map<Integer, String> lockOf,
            List<SessionRow> sessions,
            Asked server)
            throws SQLException {
        var lock = waiters.stream()
                .filter(waiter -> blockersOf.getOrDefault(waiter, Set.of()).contains(pid))
                .map(waiter -> lockOf.getOrDefault(waiter, ""))
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        if (pid == 0) {
            return prepared(waiters.size(), lock, server);
        }
        var queued = waiters.stream()
                .filter(waiter -> blockersOf.getOrDefault(waiter, Set.of()).contains(pid))
                .filter(waiter -> lockOf.getOrDefault(waiter, "").contains("AccessExclusiveLock"))
                .flatMap(waiter -> sessions.stream().filter(row -> row.pid() == waiter))
                .findFirst();
        var session = sessions.stream().filter(row -> row.pid() == pid).findFirst();
        var query = server.list(
                "SELECT left(coalesce(query, ''), 300) AS query FROM pg_stat_activity WHERE pid = " + pid,
                row -> Masked.text(row.getString("query")));
        return new Root(
                pid,
                waiters.size(),
                queued.map(first -> lockOf.get(first.pid()) + " wanted by pid " + first.pid() + ": " + first.query())
                        .orElse(lock),
                query.isEmpty() ? "" : query.getFirst(),
                session.map(SessionRow::stateSeconds).orElse(0.0),
                session.map(SessionRow::state).orElse(""),
                session.map(SessionRow::application).orElse(""));
    }

    private static Root prepared(int waiters, String lock, Asked server) throws SQLException {
        var oldest = server.list(
                """
                SELECT gid, owner, extract(epoch FROM clock_timestamp() - prepared)::float8 AS seconds
                FROM pg_prepared_xacts ORDER BY prepared LIMIT 1""",
                row -> new Root(
                        0,
                        waiters,
                        lock,
                        row.getString("gid"),
                        row.getDouble("seconds"),
                        "prepared",
                        row.getString("owner")));
        return oldest.isEmpty() ? new Root(0, waiters, lock, "", 0, "prepared", "") : oldest.getFirst();
    }
}
