package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is done to the schema of a real server, and what of it is seen.
class SchemaLabTest {
    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void seesWhatAStatementMayMeet() throws Exception {
        try (var cluster = Cluster.builder().start();
                var guard = cluster.primary().connect("postgres");
                var statement = guard.createStatement()) {
            var asked = new Asked(statement, 18, Duration.ZERO, new AtomicInteger());
            var node = cluster.primary();
            node.execute("CREATE ROLE app");
            node.execute("CREATE TABLE orders (id bigint PRIMARY KEY, email text)");

            assertThat(after("CREATE INDEX orders_email ON orders (email)", cluster, asked))
                    .containsExactly(Map.entry(
                            "index orders_email on public.orders",
                            "null → CREATE INDEX orders_email ON public.orders USING btree (email)"));
            assertThat(after("ALTER TABLE orders RENAME email TO mail", cluster, asked))
                    .contains(
                            Map.entry("column email of public.orders", "text → null"),
                            Map.entry("column mail of public.orders", "null → text"));
            assertThat(after("ALTER TABLE orders ALTER mail TYPE varchar(9)", cluster, asked))
                    .containsEntry("column mail of public.orders", "text → character varying(9)");
            assertThat(after("ALTER TABLE orders ADD CONSTRAINT sold CHECK (id > 0) NOT VALID", cluster, asked))
                    .hasEntrySatisfying(
                            "constraint sold on public.orders",
                            added -> assertThat(added).startsWith("null → CHECK ((id > 0))"));
            assertThat(after("GRANT SELECT ON orders TO app", cluster, asked))
                    .hasEntrySatisfying(
                            "privileges on public.orders",
                            granted -> assertThat(granted).contains("app=r/"));
            assertThat(after("REVOKE USAGE ON SCHEMA public FROM public", cluster, asked))
                    .containsOnlyKeys("privileges on schema public");
            assertThat(after(
                            "CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                            cluster,
                            asked))
                    .containsOnlyKeys("function public.seen()");
            assertThat(after(
                            "CREATE TRIGGER seen BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION seen()",
                            cluster,
                            asked))
                    .containsOnlyKeys("trigger seen on public.orders");
            assertThat(after(
                            "CREATE OR REPLACE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN old; END'",
                            cluster,
                            asked))
                    .containsOnlyKeys("function public.seen()");
            assertThat(after("ALTER TABLE orders DISABLE TRIGGER seen", cluster, asked))
                    .hasEntrySatisfying(
                            "trigger seen on public.orders",
                            off -> assertThat(off).endsWith("(disabled)"));
            assertThat(after("ALTER TABLE orders ENABLE ROW LEVEL SECURITY", cluster, asked))
                    .containsExactly(Map.entry("row security of public.orders", "null → on"));
            assertThat(after("DROP TABLE orders", cluster, asked)).containsKey("column mail of public.orders");
        }
    }

    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void leavesOutWhatLastsForASessionOnly() throws Exception {
        try (var cluster = Cluster.builder().start();
                var guard = cluster.primary().connect("postgres");
                var statement = guard.createStatement();
                var client = cluster.primary().connect("postgres");
                var own = client.createStatement()) {
            var asked = new Asked(statement, 18, Duration.ZERO, new AtomicInteger());
            cluster.primary().execute("CREATE TABLE orders (id bigint)");
            var before = Schema.shape(asked);

            own.execute("CREATE TEMP TABLE seen (id bigint)");
            cluster.primary().execute("INSERT INTO orders VALUES (1)");
            cluster.primary().execute("VACUUM FULL ANALYZE orders");

            assertThat(Schema.shape(asked)).isEqualTo(before);
            assertThat(Schema.definitions(asked))
                    .containsOnlyKeys("column id of public.orders", "privileges on schema public");
        }
    }

    /// What differs after it, as `before → after`; the shape differs, too.
    private static Map<String, String> after(String sql, Cluster cluster, Asked asked) throws SQLException {
        var shape = Schema.shape(asked);
        var before = Schema.definitions(asked);
        cluster.primary().execute(sql);
        assertThat(Schema.shape(asked)).as(sql).isNotEqualTo(shape);
        var present = Schema.definitions(asked);
        var names = new TreeMap<>(before);
        names.putAll(present);
        var different = new TreeMap<String, String>();
        names.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), present.get(name)))
                .forEach(name -> different.put(name, before.get(name) + " → " + present.get(name)));
        return different;
    }
}
