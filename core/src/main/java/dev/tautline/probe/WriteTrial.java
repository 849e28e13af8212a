package dev.tautline.probe;

import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.Writing;
import dev.tautline.probe.wire.ServerMessage;
import java.io.IOException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;

/// The step WRITE, in two transactions. The first writes as an application does: it makes and fills a temporary table,
/// which goes through catalogue, locks and disk, and rolls back. The second shows what a commit waits for: it puts one
/// empty logical message into the WAL, which no table ever shows, and commits. Neither needs a table or more than what
/// PUBLIC may do by default. A commit that hangs is cancelled before our own deadline, and the server says why it hung.
final class WriteTrial {
    @SuppressWarnings("InlineFormatString") // it reads as one statement
    private static final String WRITE = """
            BEGIN; SET LOCAL lock_timeout = %d;
            CREATE TEMPORARY TABLE taut_probe ON COMMIT DROP AS SELECT 'taut probe --write' AS words""";

    @SuppressWarnings("InlineFormatString") // as above
    private static final String MESSAGE = "BEGIN; %s SELECT pg_logical_emit_message(true, 'tautline', ''::text)";

    private static final String LOCALLY = "SET LOCAL synchronous_commit = local;";

    private static final String SETTINGS = """
            SELECT current_setting('synchronous_commit'), current_setting('synchronous_standby_names'),
                   (SELECT count(*) FROM pg_stat_replication)""";

    /// Everybody may see who holds which lock.
    private static final String HOLDERS = """
            SELECT string_agg('process ' || pid || ' (' || coalesce(application_name, '') || ', '
                     || coalesce(usename, '?') || ') holds ' || mode || ' on ' || relation::regclass, '; ')
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE granted AND mode IN ('AccessExclusiveLock', 'ExclusiveLock') AND relation IS NOT NULL
              AND database IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
              AND pid <> pg_backend_pid()""";

    private static final Set<String> NOT_FOR_US = Set.of("42501", "42883");
    private static final String READ_ONLY = "25006";
    private static final String LOCK_TIMED_OUT = "55P03";
    /// The C routine in which a commit waits (syncrep.c); it says so in a warning when it is cancelled.
    private static final String WAITING_FOR_STANDBYS = "SyncRepWaitForLSN";

    private static final Set<String> NOT_WAITING = Set.of("off", "local");
    /// The lock's time ends first, then the commit is cancelled, then comes the deadline.
    private static final int SHARES = 4;

    private final Session session;
    private final Role role;
    private final Cancelling cancelling;

    WriteTrial(Session session, Role role, Cancelling cancelling) {
        this.session = session;
        this.role = role;
        this.cancelling = cancelling;
    }

    /// @param names `synchronous_standby_names`
    /// @param standbys how many stream from this server
    private record CommitSettings(String mode, String names, int standbys) {
        boolean waits() {
            return !names.isBlank() && !NOT_WAITING.contains(mode);
        }

        String words() {
            return "synchronous_commit=" + mode + ", synchronous_standby_names=" + names + ", " + standbys
                    + (standbys == 1 ? " standby streams" : " standbys stream");
        }
    }

    Writing run(Deadline deadline) throws IOException, StepFailed, TimeoutException {
        var settings =
                session.ask(SETTINGS, row -> new CommitSettings(row.getString(1), row.getString(2), row.getInt(3)));
        var rolledBack = write(deadline);
        var local = settings.waits() ? commit(LOCALLY, settings, deadline) : null;
        var commit = commit("", settings, deadline);
        if (rolledBack == null && commit == null) {
            throw new StepFailed(
                    FailureKind.QUESTION_NOT_PERMITTED,
                    "42501",
                    "neither a temporary table nor a logical message is allowed");
        }
        var waiting = local == null || commit == null ? null : nonNegative(commit.minus(local));
        return new Writing(rolledBack, commit, waiting, settings.mode(), settings.names());
    }

    private @Nullable Duration write(Deadline deadline) throws IOException, StepFailed {
        long begin = System.nanoTime();
        long lockMillis = Math.max(
                1, deadline.remaining().dividedBy(SHARES).multipliedBy(2).toMillis());
        try {
            session.tell(WRITE.formatted(lockMillis));
            session.tell("ROLLBACK");
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (StepFailed refused) {
            return judged(refused);
        }
    }

    /// Null when the server does not let us.
    private @Nullable Duration judged(StepFailed refused) throws IOException, StepFailed {
        var symptom = refused.symptom();
        if (NOT_FOR_US.contains(symptom.code())) {
            session.tell("ROLLBACK");
            return null;
        }
        throw switch (symptom.code()) {
            case READ_ONLY -> readOnly(symptom);
            case LOCK_TIMED_OUT ->
                new StepFailed(FailureKind.WRITE_WAITS_FOR_LOCK, symptom.code(), symptom.words() + holders());
            default -> refused;
        };
    }

    /// Behind a balancer another server may answer than the one that was looked at.
    private StepFailed readOnly(Symptom symptom) throws IOException, StepFailed {
        session.tell("ROLLBACK");
        boolean standby = session.ask("SELECT pg_is_in_recovery()", row -> row.getBoolean(1));
        var kind = standby ? FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED : FailureKind.READ_ONLY_BY_SETTING;
        var before = standby == role.inRecovery() ? "" : "; the answer before this one came from another server";
        return new StepFailed(kind, symptom.code(), symptom.words() + before);
    }

    /// Who holds the lock, as far as it can be told without waiting for that very lock.
    private String holders() throws IOException {
        try {
            session.tell("ROLLBACK; BEGIN; SET LOCAL lock_timeout = 100");
            var holders = session.ask(HOLDERS, row -> row.getString(1));
            return holders == null ? "" : "; " + holders;
        } catch (StepFailed alsoLocked) {
            return "";
        }
    }

    private @Nullable Duration commit(String how, CommitSettings settings, Deadline deadline)
            throws IOException, StepFailed, TimeoutException {
        try {
            session.tell(MESSAGE.formatted(how));
        } catch (StepFailed refused) {
            return judged(refused);
        }
        var patience = Deadline.after(deadline.remaining().dividedBy(SHARES).multipliedBy(SHARES - 1));
        long begin = System.nanoTime();
        try (var alarm = new Alarm(patience, cancelling::send)) {
            var warning = message(session.tell("COMMIT"));
            if (warning != null && warning.routine().equals(WAITING_FOR_STANDBYS)) {
                throw new StepFailed(
                        FailureKind.COMMIT_WAITS_FOR_STANDBY,
                        warning.sqlState(),
                        warning.words() + "; " + settings.words());
            }
            if (alarm.rung()) {
                throw new TimeoutException("the commit returned only when it was cancelled");
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static @Nullable ServerMessage message(@Nullable SQLWarning warning) {
        return warning instanceof PSQLWarning said ? DriverErrors.message(said.getServerErrorMessage()) : null;
    }

    private static Duration nonNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
