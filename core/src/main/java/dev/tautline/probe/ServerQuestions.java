package dev.tautline.probe;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The steps QUERY, ROLE and CAPACITY: what one asks a server once a session is open. All of it is read-only and needs
/// no privilege; what a server keeps to itself comes back as null.
record ServerQuestions(Session session, Clock clock) {
    private static final int PINGS = 5;
    private static final int HEXADECIMAL = 16;

    private static final String ABOUT = """
            SELECT current_setting('server_version'),
                   extract(epoch FROM pg_postmaster_start_time()) * 1000,
                   extract(epoch FROM clock_timestamp()) * 1000""";

    private static final String ROLE = """
            SELECT pg_is_in_recovery(),
                   current_setting('transaction_read_only')::bool,
                   CASE WHEN NOT pg_is_in_recovery() THEN left(pg_walfile_name(pg_current_wal_lsn()), 8) END,
                   CASE WHEN NOT pg_is_in_recovery() THEN NULL
                        WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                        ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000 END""";

    /// A standby knows its timeline from its control file only, which managed servers may keep to themselves.
    private static final String CONTROL = """
            SELECT (SELECT timeline_id FROM pg_control_checkpoint()), (SELECT system_identifier FROM pg_control_system())""";

    /// `pg_stat_database` counts for everybody; `pg_stat_activity` hides what other roles do. The setting
    /// reserved_connections exists since PostgreSQL 16.
    private static final String CAPACITY = """
            SELECT (SELECT sum(numbackends) FROM pg_stat_database)::int,
                   current_setting('max_connections')::int,
                   current_setting('superuser_reserved_connections')::int
                     + coalesce(current_setting('reserved_connections', true)::int, 0)""";

    ServerAnswer server() throws IOException, StepFailed {
        var pings = new long[PINGS];
        for (int i = 0; i < PINGS; i++) {
            long begin = System.nanoTime();
            session.ask("SELECT 1", row -> row.getInt(1));
            pings[i] = System.nanoTime() - begin;
        }
        var sorted = LongStream.of(pings).sorted().toArray();
        var median = Duration.ofNanos(sorted[PINGS / 2]);
        return about(median, Duration.ofNanos(sorted[0]));
    }

    /// The server reads its clock about half a round trip before we read ours.
    private ServerAnswer about(Duration median, Duration minimum) throws IOException, StepFailed {
        return session.ask(ABOUT, row -> {
            var here = clock.instant().minus(median.dividedBy(2));
            var there = Instant.ofEpochMilli(row.getLong(3));
            var startedAt = Instant.ofEpochMilli(row.getLong(2));
            return new ServerAnswer(row.getString(1), startedAt, Duration.between(here, there), median, minimum);
        });
    }

    Role role() throws IOException, StepFailed {
        var control = control();
        return session.ask(
                ROLE,
                row -> new Role(
                        row.getBoolean(1),
                        row.getBoolean(2),
                        row.getString(3) == null ? control.timeline() : Integer.valueOf(row.getString(3), HEXADECIMAL),
                        control.systemIdentifier(),
                        row.getObject(4) == null ? null : Duration.ofMillis(row.getLong(4))));
    }

    private record Control(
            @Nullable Integer timeline, @Nullable Long systemIdentifier) {}

    private Control control() throws IOException {
        try {
            return session.ask(CONTROL, row -> new Control(row.getInt(1), row.getLong(2)));
        } catch (StepFailed withheld) {
            return new Control(null, null);
        }
    }

    Capacity capacity() throws IOException, StepFailed {
        return session.ask(CAPACITY, row -> new Capacity(row.getInt(1), row.getInt(2), row.getInt(3)));
    }
}
