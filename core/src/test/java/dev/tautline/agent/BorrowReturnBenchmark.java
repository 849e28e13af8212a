package dev.tautline.agent;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/// What observing a pool costs: borrow and return of a connection, in pairs of rounds that follow each other so that
/// both meet the same machine. Three pools: plain, with a tracker that does nothing (HikariCP's own cost of having
/// one), with the agent and inside a request. A program to run, not a timed test:
///
///     java -cp core/target/classes:core/target/test-classes:HIKARI:PGJDBC:SLF4J
/// dev.tautline.agent.BorrowReturnBenchmark
final class BorrowReturnBenchmark {
    private static final int PAIRS = 41;
    private static final int WARM_UP_PAIRS = 10;
    private static final int BORROWS = 200_000;

    private BorrowReturnBenchmark() {}

    public static void main(String[] args) throws SQLException {
        try (Agent agent = Agent.forService("benchmark").build();
                HikariDataSource plain = pool();
                HikariDataSource idle = pool();
                HikariDataSource observed = pool()) {
            idle.setMetricsTrackerFactory((name, stats) -> new IMetricsTracker() {});
            agent.observe(observed);
            double[] idleRatios = new double[PAIRS];
            double[] ratios = new double[PAIRS];
            double[] addedNanos = new double[PAIRS];
            for (int pair = -WARM_UP_PAIRS; pair < PAIRS; pair++) {
                double base = nanos(plain);
                double withIdle = nanos(idle);
                double withAgent = nanosInRequest(agent, observed);
                if (pair >= 0) {
                    idleRatios[pair] = withIdle / base;
                    ratios[pair] = withAgent / base;
                    addedNanos[pair] = withAgent - base;
                }
            }
            print("ratio, tracker that does nothing / plain", idleRatios);
            print("ratio, agent / plain", ratios);
            print("agent - plain, ns per borrow and return", addedNanos);
        }
    }

    private static double nanosInRequest(Agent agent, HikariDataSource pool) throws SQLException {
        try (RequestScope _ = agent.request()) {
            return nanos(pool);
        }
    }

    private static double nanos(HikariDataSource pool) throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < BORROWS; i++) {
            try (Connection _ = pool.getConnection()) {
                // Nothing between borrow and return: any use would only hide the cost.
            }
        }
        return (System.nanoTime() - start) / (double) BORROWS;
    }

    private static void print(String what, double[] values) {
        Arrays.sort(values);
        System.out.printf(
                Locale.ROOT,
                "%-45s median %.3f, quartiles %.3f to %.3f%n",
                what,
                values[PAIRS / 2],
                values[PAIRS / 4],
                values[PAIRS * 3 / 4]);
    }

    private static HikariDataSource pool() {
        HikariDataSource source = new HikariDataSource();
        source.setDataSource(new ScriptedDriver());
        source.setMaximumPoolSize(4);
        return source;
    }
}
