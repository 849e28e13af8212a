package dev.tautline.probe;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.SearchPath;
import dev.tautline.probe.evidence.ServerAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The steps QUERY, ROLE and CAPACITY: what one asks a server once a session is open. All of it is read-only
/// and needs no privilege; what a server keeps to itself comes back as null.
final class ServerQuestions {
    private static final int PINGS = 5;
    private static final String PING = "SELECT clock_timestamp()";
    /// Three packets of Ethernet's 1,500 bytes at least, there and back.
    private static final int ANSWER_BYTES = 4_500;

    private static final String LARGE =
            "SELECT repeat('-', " + ANSWER_BYTES + ") /* " + "-".repeat(ANSWER_BYTES) + " */";
    /// The role's own schema is missing as a rule.
    private static final String SEARCH_PATH = """
            SELECT setting, (SELECT string_agg(name, ', ')
                             FROM (SELECT trim(part) AS name FROM regexp_split_to_table(setting, ',') AS part) AS parts
                             WHERE name NOT IN ('', '$user', '"$user"')
                               AND NOT coalesce(has_schema_privilege(to_regnamespace(name), 'USAGE'), false)) AS missing
            FROM current_setting('search_path') AS setting""";

    private static final Duration AMPLE = Duration.ofMillis(500);
    private static final int MANY_ROUND_TRIPS = 20;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String READ_ONLY_SOURCE =
            "SELECT source FROM pg_settings WHERE name = 'default_transaction_read_only'";

    private final Session session;
    private final Clock clock;

    ServerQuestions(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /// @param skew the server's clock, read in the middle of the round trip as far as we can tell, minus ours
    private record Ping(Duration roundTrip, Duration skew) {}

    private Ping ping() throws IOException, StepFailed {
        var sent = clock.instant();
        long begin = System.nanoTime();
        var there = session.ask(PING, row -> row.getTimestamp(1).toInstant());
        var roundTrip = Duration.ofNanos(System.nanoTime() - begin);
        return new Ping(roundTrip, Duration.between(sent.plus(roundTrip.dividedBy(2)), there));
    }

    /// Round trips, and one look. What is large comes before it: a look that is not answered does not tell whether it
    /// was too large, or waits for something in the server.
    Acquaintance acquaint(boolean large, Deadline deadline) throws IOException, StepFailed {
        var pings = new Ping[PINGS];
        for (int i = 0; i < PINGS; i++) {
            pings[i] = ping();
        }
        var sorted =
                Stream.of(pings).sorted(Comparator.comparing(Ping::roundTrip)).toList();
        var quickest = sorted.getFirst();
        var median = sorted.get(PINGS / 2).roundTrip();
        if (large) {
            large(median, deadline);
        }
        var look = look();
        var answer = new ServerAnswer(
                session.product(),
                look.version(),
                look.startedAt(),
                quickest.skew(),
                quickest.roundTrip().dividedBy(2),
                median,
                quickest.roundTrip());
        return new Acquaintance(look, answer);
    }

    /// Whether more than one packet's worth gets through, both ways: most messages of a log-in fit into one, and those
    /// of an application do not. What remains of the step's time must be ample, or its end would prove nothing.
    private void large(Duration roundTrip, Deadline deadline) throws IOException, StepFailed {
        var ample = roundTrip.multipliedBy(MANY_ROUND_TRIPS).plus(AMPLE);
        if (deadline.remaining().compareTo(ample) < 0) {
            return;
        }
        long begin = System.nanoTime();
        try {
            session.ask(LARGE, row -> row.getString(1));
        } catch (IOException broken) {
            if (!deadline.passed()) {
                throw broken;
            }
            throw new StepFailed(
                    FailureKind.LARGE_PACKETS_LOST,
                    "ETIMEDOUT",
                    "small questions were answered in "
                            + roundTrip.toMillis() + " ms, one of "
                            + LARGE.length() + " bytes, with an answer of " + ANSWER_BYTES + ", was not within "
                            + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
        }
    }

    /// Empty where somebody who speaks PostgreSQL's protocol knows no such question.
    Optional<SearchPath> searchPath() throws IOException {
        try {
            return Optional.of(session.ask(
                    SEARCH_PATH,
                    row -> new SearchPath(
                            row.getString("setting"),
                            row.getString("missing") == null
                                    ? List.of()
                                    : List.of(row.getString("missing").split(", ", -1)))));
        } catch (StepFailed unknown) {
            return Optional.empty();
        }
    }

    private FirstLook look() throws IOException, StepFailed {
        int major = session.majorVersion();
        try {
            return session.ask(FirstLook.question(major, true), FirstLook::read);
        } catch (StepFailed withheld) {
            if (!withheld.symptom().code().equals(INSUFFICIENT_PRIVILEGE)) {
                throw withheld;
            }
            return session.ask(FirstLook.question(major, false), FirstLook::read);
        }
    }

    /// The role, and when writes are refused without a standby's reason, whose setting it is.
    Role role(FirstLook look) throws IOException, StepFailed {
        var role = look.role();
        if (role.inRecovery() || !role.readOnly()) {
            return role;
        }
        var source = session.ask(READ_ONLY_SOURCE, row -> row.getString(1));
        return new Role(false, true, source, role.timeline(), role.systemIdentifier(), null, null);
    }

    /// The slots, and who holds them.
    Capacity capacity(FirstLook look) throws IOException, StepFailed {
        var slots = look.capacity();
        return new Capacity(slots.used(), slots.maximum(), slots.reserved(), new SlotQuestion(session).ask());
    }
}
