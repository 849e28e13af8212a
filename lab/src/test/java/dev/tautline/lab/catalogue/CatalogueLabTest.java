package dev.tautline.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every fault of the catalogue: its symptom while it is in force, health after it is healed. One cluster for all.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueLabTest {
    private static final Duration HEALING = Duration.ofSeconds(30);

    private static final int LOG_LINES = 30;

    /// For a run of a few faults, by a pattern of their ids: `-Dtautline.fault='path-.*'`.
    private static final String ONLY = System.getProperty("tautline.fault", ".*");

    private Bench bench;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        bench = new Bench(directory);
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void eachFaultHasItsSymptom() {
        assertThat(Symptoms.all().keySet()).containsExactlyInAnyOrderElementsOf(Faults.ids());
    }

    @TestFactory
    Stream<DynamicTest> theSymptomIsSeenAndGoneWhenHealed() {
        return Symptoms.all().values().stream()
                .filter(one -> one.written().split(" ", 2)[0].matches(ONLY))
                .map(one -> dynamicTest(one.written(), () -> strikeAndTell(one)));
    }

    /// What the servers logged tells more of a failure than what a client saw of it.
    private void strikeAndTell(Symptoms.Case one) throws SQLException {
        try {
            strike(one);
        } catch (SQLException | RuntimeException | AssertionError failure) {
            bench.cluster
                    .nodes()
                    .forEach(node -> failure.addSuppressed(new AssertionError(
                            "log of " + node + "\n" + String.join("\n", node.lastLogLines(LOG_LINES)))));
            throw failure;
        }
    }

    private void strike(Symptoms.Case one) throws SQLException {
        var fault = Faults.parse(one.written());
        if (fault.feasibleIn(bench.lab) instanceof Feasibility.Impossible impossible) {
            Assumptions.abort(impossible.reason());
        }
        bench.done.clear();
        var existing = bench.connect();
        try {
            assertThat(Bench.ask(existing, "select 1")).isEqualTo("1");
            try (var _ = bench.lab.inject(fault)) {
                one.symptom().see(bench, existing);
            }
        } finally {
            // Not close(): the fault may have ended it, and then that would fail.
            existing.abort(Runnable::run);
        }
        Deadline.in(HEALING).await("health after " + one.written(), this::isWell);
        assertThat(bench.cluster.primary()).isSameAs(bench.lab.node(Lab.PRIMARY));
        assertThat(bench.cluster.primary().name()).isEqualTo("db-1");
        assertThat(bench.done.size() % 2)
                .as("what was done and undone: %s", bench.done)
                .isZero();
    }

    /// New connections, such as verify the server among them, reads, writes, and a standby that streams.
    private boolean isWell() {
        try (var connection = bench.connect();
                var _ = bench.connectVerifying()) {
            Bench.order(connection);
            bench.cluster.primary().executeIn(Bench.SHOP, "update item set stock = 10 where id = 1");
            bench.cluster.awaitStreaming(HEALING);
            return Bench.ask(connection, "select count(*) from item").equals("500");
        } catch (SQLException notYet) {
            return false;
        }
    }
}
