package dev.tautline.diagnosis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Something that is not as it was: noticed at `at`, on `subject` (an instance, a node, a name).
/// `before` is null when nothing was known before, `after` when the thing is gone.
public record Change(
        Instant at,
        Kind kind,
        String subject,
        String what,
        @Nullable String before,
        @Nullable String after) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    public enum Kind {
        /// A setting of a client, as its agent reports it.
        CLIENT_SETTING,
        /// A setting of a server.
        SERVER_SETTING,
        /// A line of a server's `pg_hba.conf`, as it is in force.
        HOST_RULE,
        /// How many connections a role or a database may have, or until when a password is valid.
        LIMIT,
        /// Something of the schema: an index, a column, a constraint, a trigger, a function, or a privilege on them.
        SCHEMA,
        /// A server's statistics were reset: its counters begin anew, and nothing else differs.
        STATISTICS,
        /// The addresses that a name stands for.
        ADDRESS,
        /// An application instance was started anew, or is of another version.
        INSTANCE_START,
        /// A server was started anew.
        SERVER_START,
        /// A standby came or went, or a node changed its role.
        TOPOLOGY;

        /// Whether somebody has to set it to something else for it to change.
        public boolean isSetting() {
            return switch (this) {
                case CLIENT_SETTING, SERVER_SETTING, HOST_RULE, LIMIT, SCHEMA -> true;
                case STATISTICS, ADDRESS, INSTANCE_START, SERVER_START, TOPOLOGY -> false;
            };
        }
    }

    /// What `what` is called when it goes to and fro: told once, and not again at each turn.
    private static final String ALTERNATES = " alternates";

    /// It has gone to and fro between `one` and `other` several times within a minute.
    public static Change alternating(Instant at, Kind kind, String subject, String what, String one, String other) {
        return new Change(at, kind, subject, what + ALTERNATES, one, other);
    }

    public boolean alternates() {
        return what.endsWith(ALTERNATES);
    }

    /// As evidence: the time of day, and what became of what.
    public String dated() {
        return "changed at " + TIME.format(at) + " UTC: " + this;
    }

    @Override
    public String toString() {
        return what + " of " + subject + ": " + (before == null ? "(unknown)" : before) + " → "
                + (after == null ? "(gone)" : after);
    }
}
