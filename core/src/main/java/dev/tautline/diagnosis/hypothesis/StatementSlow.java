package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerStatements.Top;
import dev.tautline.diagnosis.ServerVacuum.Table;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One statement alone explains the time that the server takes longer: its index is gone, its plan has changed, its
/// planner's statistics are old, or it is new.
final class StatementSlow implements Hypothesis {
    /// Less excess than a twentieth of one core explains no outage.
    private static final double EXCESS_MILLIS_PER_SECOND = 50;

    /// One of many statements; when all are slower alike, it is not the plan of one.
    private static final double MAIN_SHARE = 0.8;

    private static final double SLOW = 3;
    private static final double SLACK_MILLIS = 1;

    private static final double SAME_WORK = 1.5;
    private static final double SAME_WORK_BLOCKS = 8;

    /// Statistics about rows of which a fifth has changed are old: autovacuum analyzes at a tenth
    /// (autovacuum_analyze_scale_factor, PostgreSQL 18).
    private static final double CHANGED_SHARE = 0.2;

    private static final double FEWEST_CHANGED = 1000;

    private static final Cause CHANGED_PLAN =
            new Cause("changed-plan", "One statement takes much longer", Owner.DATABASE);
    private static final Cause INDEX_DROPPED = new Cause("index-dropped", "An index is missing", Owner.APPLICATION);
    private static final Cause STALE_STATISTICS =
            new Cause("stale-statistics", "The planner's statistics are stale", Owner.DATABASE);
    private static final Cause NEW_STATEMENT =
            new Cause("new-slow-statement", "A new statement takes the time", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CHANGED_PLAN;
    }

    @Override
    public List<Cause> causes() {
        return List.of(CHANGED_PLAN, INDEX_DROPPED, STALE_STATISTICS, NEW_STATEMENT);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var statements = server.statements();
        if (statements == null || statements.mean() == null) {
            return new Unknown("no execution times are told (pg_stat_statements)");
        }
        String excess = "%.0f ms of execution per second beyond the usual".formatted(statements.excessPerSecond());
        var top = statements.top();
        if (statements.excessPerSecond() < EXCESS_MILLIS_PER_SECOND || top == null) {
            return new Refuted(excess);
        }
        if (top.shareOfExcess() < MAIN_SHARE) {
            return new Unknown(excess + ", and no single statement explains it: " + top.describe());
        }
        if (!slower(top)) {
            return new Unknown(top.describe());
        }
        if (top.isOthers() && CpuBusyWithOthers.on(server)) {
            return new Unknown(top.describe() + ", and it is one of many by others that keep the processors busy");
        }
        if (sameWork(top)) {
            return new Unknown(top.describe() + ", and works through as many pages as usual: " + top.blocksPerCall());
        }
        return waits(server).map(Judgement.class::cast).orElseGet(() -> supported(server, scene, statements, top));
    }

    private static boolean slower(Top top) {
        return top.mean().usual() == null || top.mean().raised(SLOW, SLACK_MILLIS);
    }

    /// Another plan goes through other pages. What takes longer for the same ones waits for a processor or a disk.
    private static boolean sameWork(Top top) {
        var blocks = top.blocksPerCall();
        return blocks != null && blocks.asUsual(SAME_WORK, SAME_WORK_BLOCKS);
    }

    /// Time spent waiting for locks, a standby or a sleep is not the plan's.
    private static Optional<Unknown> waits(ServerView server) {
        var waits = server.activity().ours();
        int elsewhere = waits.lock() + waits.syncRep() + waits.timeout();
        return LockContention.waiting(server) || waits.share(elsewhere) >= 0.5
                ? Optional.of(new Unknown("%d of %d executing sessions wait for locks, a standby or a timer"
                        .formatted(elsewhere, waits.executing())))
                : Optional.empty();
    }

    private static Judgement supported(ServerView server, Scene scene, ServerStatements statements, Top top) {
        var evidence = new ArrayList<String>();
        evidence.add("%.0f ms of execution per second beyond the usual".formatted(statements.excessPerSecond()));
        evidence.add(top.describe());
        if (top.blocksPerCall() != null) {
            evidence.add("%s, %.0f %% of them read from outside shared buffers"
                    .formatted(top.blocksPerCall(), 100 * top.readShare()));
        }
        if (top.rowsPerCall() != null) {
            evidence.add(top.rowsPerCall().toString());
        }
        var dropped = Recent.of(scene, server, Change.Kind.SCHEMA)
                .filter(change -> change.what().startsWith("index ") && change.after() == null)
                .filter(change -> concerns(change, top))
                .findFirst();
        if (dropped.isPresent()) {
            evidence.add(dropped.get().dated());
            return indexDropped(server, evidence, dropped.get());
        }
        var stale = stale(server, top);
        if (stale.isPresent() && top.mean().usual() != null) {
            evidence.add(stale.get().describe());
            return staleStatistics(server, evidence, stale.get().name());
        }
        return top.mean().usual() == null ? newStatement(server, evidence) : changedPlan(server, evidence);
    }

    /// The change is worded `index NAME on TABLE`; the statement must name that table.
    private static boolean concerns(Change change, Top top) {
        var words = change.what().split(" on ", 2);
        return words.length < 2 || names(top, words[1]);
    }

    private static boolean names(Top top, String table) {
        var plain = table.substring(table.lastIndexOf('.') + 1);
        return top.text().toLowerCase(Locale.ROOT).contains(plain.toLowerCase(Locale.ROOT));
    }

    private static Optional<Table> stale(ServerView server, Top top) {
        var vacuum = server.vacuum();
        return vacuum == null
                ? Optional.empty()
                : vacuum.tables().stream()
                        .filter(table -> names(top, table.name()))
                        .filter(table -> table.modifiedSinceAnalyze() >= FEWEST_CHANGED
                                && table.modifiedSinceAnalyze() >= CHANGED_SHARE * Math.max(1, table.live()))
                        .findFirst();
    }

    private static Supported indexDropped(ServerView server, List<String> evidence, Change dropped) {
        return new Supported(
                INDEX_DROPPED,
                server.target(),
                Strength.CERTAIN,
                "a statement became slow when its " + dropped.what() + " was dropped",
                evidence,
                "Create it again without locking out writers: CREATE INDEX CONCURRENTLY; its definition was "
                        + (dropped.before() == null ? "not seen" : dropped.before()) + ".",
                dropped);
    }

    private static Supported staleStatistics(ServerView server, List<String> evidence, String table) {
        return new Supported(
                STALE_STATISTICS,
                server.target(),
                Strength.LIKELY,
                "a statement became slow, and the planner's statistics of " + table + " are old",
                evidence,
                "Run ANALYZE " + table + " on " + server.target()
                        + "; let autovacuum analyze it more often (autovacuum_analyze_scale_factor of the table).",
                null);
    }

    private static Supported changedPlan(ServerView server, List<String> evidence) {
        return new Supported(
                CHANGED_PLAN,
                server.target(),
                Strength.LIKELY,
                "one statement takes much longer than it usually does",
                evidence,
                "Compare its plan with EXPLAIN (ANALYZE, BUFFERS) on " + server.target()
                        + ": an index that is missing or no longer chosen, or rows that are estimated wrongly.",
                null);
    }

    private static Supported newStatement(ServerView server, List<String> evidence) {
        return new Supported(
                NEW_STATEMENT,
                server.target(),
                Strength.LIKELY,
                "a statement that was not seen before takes most of the time",
                evidence,
                "Find what was deployed or started with it; give it an index, or stop it if it may be.",
                null);
    }
}
