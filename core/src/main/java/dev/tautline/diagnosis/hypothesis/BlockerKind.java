package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.finding.Owner;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the root blocker does decides who mends it.
enum BlockerKind {
    /// Its session may be long gone: only COMMIT PREPARED or ROLLBACK PREPARED ends it.
    PREPARED("prepared-transaction-blocks", "A prepared transaction holds locks", Owner.APPLICATION),
    ADVISORY("advisory-lock-held", "An advisory lock is held", Owner.APPLICATION),
    /// A schema change needs a lock that excludes everybody, and everybody queues behind it.
    SCHEMA_CHANGE("schema-change-blocks", "A schema change blocks everybody", Owner.APPLICATION),
    IDLE("idle-transaction-blocks", "An idle transaction holds locks", Owner.APPLICATION),
    /// At work in a transaction that holds a whole table, or something else that is no row.
    WORKING("lock-contention", "Lock contention", Owner.APPLICATION),
    HOT_ROW("hot-row", "Many transactions want the same row", Owner.APPLICATION);

    /// Commands that take ACCESS EXCLUSIVE or lock out writers (PostgreSQL manual 18, section 13.3.1).
    private static final Pattern SCHEMA_COMMAND = Pattern.compile(
            "^\\s*(alter|drop|truncate|create\\s+(unique\\s+)?index|create\\s+trigger|reindex|cluster|vacuum\\s+(\\(.*full|full)"
                    + "|refresh\\s+materialized|lock)\\b.*",
            Pattern.DOTALL);

    /// What pg_locks calls the locks by which transactions wait for each other's rows (PostgreSQL manual 18, view
    /// `pg_locks`).
    private static final Set<String> OF_ROWS = Set.of("", "transactionid", "tuple");

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum
    private final Cause cause;

    BlockerKind(String id, String title, Owner owner) {
        cause = new Cause(id, title, owner);
    }

    Cause cause() {
        return cause;
    }

    static BlockerKind of(Blocker blocker) {
        if (blocker.pid() == 0) {
            return PREPARED;
        }
        if (blocker.lock().startsWith("advisory")) {
            return ADVISORY;
        }
        if (changesSchema(blocker) || queuedBehind(blocker)) {
            return SCHEMA_CHANGE;
        }
        if (blocker.state().startsWith("idle in transaction")) {
            return IDLE;
        }
        return OF_ROWS.contains(kindOf(blocker.lock())) ? HOT_ROW : WORKING;
    }

    private static String kindOf(String lock) {
        return lock.split(" ", 2)[0];
    }

    /// Somebody wants a lock that excludes everybody, waits for it, and all who come later wait behind that request.
    private static boolean queuedBehind(Blocker blocker) {
        return blocker.lock().contains("(AccessExclusiveLock)") && blocker.waiters() > 1;
    }

    /// It runs or has just run such a command.
    private static boolean changesSchema(Blocker blocker) {
        return SCHEMA_COMMAND.matcher(blocker.query().toLowerCase(Locale.ROOT)).matches();
    }

    String statement(Blocker blocker) {
        var who = "%s (pid %d)"
                .formatted(
                        blocker.application().isEmpty() ? "a session without application_name" : blocker.application(),
                        blocker.pid());
        return switch (this) {
            case PREPARED -> "%d sessions wait for a prepared transaction".formatted(blocker.waiters());
            case ADVISORY -> "%d sessions wait for an advisory lock that %s holds".formatted(blocker.waiters(), who);
            case SCHEMA_CHANGE ->
                queuedBehind(blocker)
                        ? "%d sessions queue behind a schema change that itself waits for %s"
                                .formatted(blocker.waiters(), who)
                        : "%d sessions queue behind a schema change of %s".formatted(blocker.waiters(), who);
            case IDLE ->
                "%d sessions wait for %s, which is idle in its transaction for %.0f s"
                        .formatted(blocker.waiters(), who, blocker.stateSeconds());
            case WORKING ->
                "%d sessions wait for %s, which %s has locked and works on"
                        .formatted(blocker.waiters(), blocker.lock(), who);
            case HOT_ROW -> "%d sessions wait for rows that %s has locked".formatted(blocker.waiters(), who);
        };
    }

    String fix(Blocker blocker) {
        String end = "SELECT pg_terminate_backend(" + blocker.pid() + ")";
        return switch (this) {
            case PREPARED ->
                "Look into pg_prepared_xacts, then COMMIT PREPARED or ROLLBACK PREPARED what nobody decides any more.";
            case ADVISORY ->
                "End its holder if it may be (" + end + "); take advisory locks with pg_try_advisory_lock or a"
                        + " lock_timeout.";
            case SCHEMA_CHANGE ->
                "Stop the schema change" + (queuedBehind(blocker) ? ", or what it waits for (" : " (") + end
                        + "), and run it again with SET lock_timeout = '2s' and retries.";
            case IDLE -> "End it if it may be (" + end + "); set idle_in_transaction_session_timeout for its role.";
            case WORKING ->
                "Let it end, or end it if it may be (" + end
                        + "); take table locks only where no row lock will do, late and" + " with a lock_timeout.";
            case HOT_ROW ->
                "Shorten the transaction that updates the row, or spread what it counts; as first aid: " + end + ".";
        };
    }
}
