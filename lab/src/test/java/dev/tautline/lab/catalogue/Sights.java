package dev.tautline.lab.catalogue;

import static dev.tautline.lab.catalogue.Bench.ask;
import static dev.tautline.lab.catalogue.Bench.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.catalogue.Symptoms.Symptom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The few ways in which a client or an administrator sees that something is wrong.
final class Sights {
    private Sights() {}

    static Symptom newWorks() {
        return (bench, _) -> {
            try (var connection = bench.connect()) {
                assertThat(ask(connection, "select count(*) from item")).isEqualTo("500");
            }
        };
    }

    /// @param what its SQLSTATE, or words of the exception or its causes
    static Symptom newFails(String what) {
        return (bench, _) -> refuses(bench, what);
    }

    static void refuses(Bench bench, String what) {
        assertThatThrownBy(() -> bench.connect().close()).satisfies(failure -> isToldAs(failure, what));
    }

    /// As [#newFails], for a client that verifies the server's certificate and name.
    static Symptom verifyingFails(String what) {
        return (bench, _) -> assertThatThrownBy(() -> bench.connectVerifying().close())
                .satisfies(failure -> isToldAs(failure, what));
    }

    static Symptom existingWorks() {
        return (_, existing) ->
                assertThat(ask(existing, "select count(*) from item")).isEqualTo("500");
    }

    static Symptom existingFails() {
        return existingFails("");
    }

    static Symptom existingFails(String what) {
        return (_, existing) -> fails(existing, what);
    }

    static void fails(Connection existing, String what) {
        assertThatThrownBy(() -> order(existing)).satisfies(failure -> isToldAs(failure, what));
    }

    static Symptom takesAtLeast(Duration time) {
        return (_, existing) -> slow(existing, "select 1", time.toMillis());
    }

    static void slow(Connection connection, String query, long leastMillis) throws SQLException {
        var start = System.nanoTime();
        assertThat(ask(connection, query)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(leastMillis));
    }

    static Symptom updateWaits() {
        return (_, existing) -> fails(existing, "Read timed out");
    }

    static Symptom poolerFails() {
        return (bench, _) -> assertThatThrownBy(() -> {
                    try (var one = bench.connectToPooler();
                            var other = bench.connectToPooler()) {
                        order(one);
                        order(other);
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    static Symptom onServer(String query, String answer) {
        return (bench, _) -> assertThat(bench.cluster.primary().query(query)).containsExactly(answer);
    }

    static Symptom onStandby(String query, String answer) {
        return (bench, _) -> assertThat(bench.cluster.node("db-2").query(query)).containsExactly(answer);
    }

    static Symptom onShop(String query, String answer) {
        return (bench, _) ->
                assertThat(bench.cluster.primary().queryIn(Bench.SHOP, query)).containsExactly(answer);
    }

    static void readsOnly(Bench bench) throws SQLException {
        try (var connection = bench.connect()) {
            assertThat(ask(connection, "select count(*) from item")).isEqualTo("500");
            fails(connection, "25006");
        }
    }

    static String recovering(Bench bench) throws SQLException {
        try (var connection = bench.connect()) {
            return ask(connection, "select pg_is_in_recovery()");
        }
    }

    static int count(Bench bench, String application) {
        return Integer.parseInt(bench.cluster
                .primary()
                .query("select count(*) from pg_stat_activity where application_name = '%s'".formatted(application))
                .getFirst());
    }

    static void commitsAndDoesNotHear(Bench bench, Connection existing) throws SQLException {
        existing.setAutoCommit(false);
        order(existing);
        assertThatThrownBy(existing::commit).isInstanceOf(SQLException.class);
        assertThat(bench.cluster.primary().queryIn(Bench.SHOP, "select stock from item where id = 1"))
                .containsExactly("9");
        bench.cluster.primary().executeIn(Bench.SHOP, "update item set stock = 10");
    }

    static BooleanSupplier idleFor(long millis) {
        var since = System.nanoTime();
        return () -> System.nanoTime() - since > Duration.ofMillis(millis).toNanos();
    }

    private static void isToldAs(Throwable failure, String what) {
        if (what.matches("[0-9A-Z]{5}")) {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            told -> assertThat(told.getSQLState()).isEqualTo(what));
        } else {
            assertThat(failure).isInstanceOf(SQLException.class).hasStackTraceContaining(what);
        }
    }
}
