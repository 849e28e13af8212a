package dev.tautline.lab.fault;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Node;
import java.time.Duration;

/// What faults do to a server by SQL, and its undoing.
public final class Sql {
    private static final Duration RELOAD_TIMEOUT = Duration.ofSeconds(20);

    private Sql() {}

    /// A name as SQL spells it.
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text as SQL spells it.
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Runs one statement in database `postgres`; closing the answer runs the other.
    public static Injection change(Node node, String statement, String undo) {
        node.execute(statement);
        return Injection.healedBy(() -> node.execute(undo));
    }

    /// As [#change], in another database.
    public static Injection changeIn(Node node, String database, String statement, String undo) {
        node.executeIn(database, statement);
        return Injection.healedBy(() -> node.executeIn(database, undo));
    }

    /// Gives a server's setting another value that a reload is enough for, and waits until new sessions have it;
    /// closing the answer takes the change back.
    public static Injection setting(Node node, String name, String value) {
        var former = node.query("select setting from pg_file_settings where name = %s and sourcefile like '%%auto.conf'"
                .formatted(text(name)));
        alterSystem(node, "set %s = %s".formatted(name, text(value)));
        return Injection.healedBy(() -> alterSystem(
                node, former.isEmpty() ? "reset " + name : "set %s = %s".formatted(name, text(former.getFirst()))));
    }

    private static void alterSystem(Node node, String change) {
        node.execute("alter system " + change);
        reload(node);
    }

    /// Has the server read its files again, and waits until new sessions go by them.
    public static void reload(Node node) {
        var loaded = "select pg_conf_load_time()::text";
        var before = node.query(loaded);
        node.reload();
        Deadline.in(RELOAD_TIMEOUT)
                .await(
                        node.name() + " to read its settings again",
                        () -> !node.query(loaded).equals(before));
    }
}
