package dev.tautline.watch.server;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.watch.server.Paced.Answer;
import dev.tautline.watch.server.Question.Asked;
import dev.tautline.watch.server.ServerSample.Timed;
import dev.tautline.watch.server.log.LogTold;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into one server through one connection that it keeps, so that it still sees when no slot is free for others.
/// Needs the role pg_monitor; what the server will not tell is told once and left out. A look that fails closes the
/// connection and the next one opens a new one. Not thread-safe: a lane of the watch has it to itself.
public final class ServerLook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLook.class);
    private static final String APPLICATION = "tautline";
    private static final Duration EACH_LOOK = Duration.ZERO;
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration SELDOM = Duration.ofSeconds(10);

    /// Statements whose texts are wanted: those that took most time since the look before.
    private static final int TOP = 3;

    private final ProbeTarget target;
    private final Clock clock;
    private final StatementTotals.Reader reader = new StatementTotals.Reader();
    private final Paced<StatementTotals> statements =
            new Paced<>("statements (pg_stat_statements)", EACH_LOOK, reader::totals);
    private final Paced<DatabaseTotals> database = new Paced<>("database", EACH_LOOK, DatabaseTotals::of);
    private final Paced<ReplicationState> replication = new Paced<>("replication", EACH_LOOK, ReplicationState::of);
    private final Paced<WritingTotals> writing = new Paced<>("checkpoints and archive", OFTEN, WritingTotals::of);
    private final Paced<IoTotals> io = new Paced<>("reads and writes of files", OFTEN, IoTotals::of);
    private final Paced<VacuumState> vacuum = new Paced<>("vacuum", SELDOM, VacuumState::of);
    private final Paced<Map<String, String>> limits = new Paced<>("limits", OFTEN, Fingerprints::limits);
    private final Paced<String> shape = new Paced<>("schema", OFTEN, Schema::shape);
    private final Paced<Map<String, String>> schema =
            new Paced<>("definitions of the schema", Duration.ofMinutes(10), Schema::definitions);
    private final Paced<Map<String, String>> settings = new Paced<>("settings", SELDOM, Fingerprints::settings);
    private final Paced<List<LoggedIn>> loggedIn = new Paced<>("who is logged in", OFTEN, LoggedIn::all);
    private final Paced<List<HostRule>> admission = new Paced<>("rules of admission", SELDOM, HostRule::all);
    private final Paced<Map<String, String>> hostRules = new Paced<>("host rules", SELDOM, Fingerprints::hostRules);
    private final Paced<Map<String, String>> hostRuleErrors =
            new Paced<>("errors in pg_hba.conf", SELDOM, Fingerprints::hostRuleErrors);
    private final Paced<Map<String, String>> settingErrors =
            new Paced<>("errors in postgresql.conf", SELDOM, Fingerprints::settingErrors);
    private final Paced<LogTold> log;
    private final Paced<Long> databaseBytes = new Paced<>(
            "size of the database",
            Duration.ofSeconds(30),
            server -> server.one("SELECT pg_database_size(current_database()) AS size", row -> row.getLong("size")));

    private final Set<String> told = new HashSet<>();
    private @Nullable Connection connection;
    private @Nullable StatementTotals before;
    private Instant openedAt = Instant.EPOCH;
    private @Nullable String loadedAt;
    private @Nullable String shapeBefore;

    private record Head(Instant startedAt, int maxConnections, String loadedAt, boolean monitor) {}

    public ServerLook(ProbeTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
        log = new Paced<>("refused log-ins and failed statements", EACH_LOOK, new ServerLog(target.user()));
    }

    /// @throws SQLException when the server cannot be reached or does not answer in time
    public ServerSample sample() throws SQLException {
        var open = connection;
        if (open == null) {
            open = open();
            connection = open;
            openedAt = clock.instant();
        }
        try (var statement = open.createStatement()) {
            int version = open.getMetaData().getDatabaseMajorVersion();
            var roundTrip = roundTrip(statement);
            return look(new Asked(statement, version, roundTrip, new AtomicInteger()), clock.instant());
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        try (open) {
            // Closing is all there is to do.
        } catch (SQLException e) {
            // A connection that cannot even be closed is gone already.
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        // Each question differs or is rare: what the server would keep for it is of no use, and a pooler may forget it.
        properties.setProperty("prepareThreshold", "0");
        return unhindered(new DriverLogin(target).connect(properties));
    }

    /// Who waits for somebody's lock on a catalogue sees nothing of him.
    private static Connection unhindered(Connection opened) throws SQLException {
        try (var statement = opened.createStatement()) {
            statement.execute("SET lock_timeout = '300ms'");
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private static Duration roundTrip(Statement statement) throws SQLException {
        long began = System.nanoTime();
        try (var answer = statement.executeQuery("SELECT 1")) {
            answer.next();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private ServerSample look(Asked server, Instant now) throws SQLException {
        var head = head(server);
        var sessions = SessionRow.all(server);
        var locks = LockQueue.of(sessions, server);
        var totals = statements.at(now, server);
        var settings = settings(head, now, server);
        return new ServerSample(
                openedAt,
                head.startedAt(),
                head.maxConnections(),
                server.roundTrip(),
                sessions,
                locks,
                timed(totals),
                texts(totals, sessions, server),
                value(database.at(now, server)),
                value(replication.at(now, server)),
                timed(writing.at(now, server)),
                server.version() >= IoTotals.SINCE ? timed(io.at(now, server)) : null,
                timed(vacuum.at(now, server)),
                timed(databaseBytes.at(now, server)),
                settings,
                value(limits.at(now, server)),
                value(hostRules.at(now, server)),
                schema(now, server),
                fileErrors(now, server),
                shutOut(head, now, server),
                value(log.at(now, server)),
                withheld(head));
    }

    private static Head head(Asked server) throws SQLException {
        return server.one(
                """
                SELECT pg_postmaster_start_time() AS started, current_setting('max_connections')::int AS max_connections,
                       pg_conf_load_time()::text AS loaded, pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS monitor\
                """,
                row -> new Head(
                        Instant.ofEpochMilli(row.getTimestamp("started").getTime()),
                        row.getInt("max_connections"),
                        row.getString("loaded"),
                        row.getBoolean("monitor")));
    }

    private Map<Long, String> texts(@Nullable Answer<StatementTotals> totals, List<SessionRow> sessions, Asked server)
            throws SQLException {
        if (totals == null) {
            return Map.of();
        }
        var earlier = Objects.requireNonNullElse(before, totals.value()).byId();
        before = totals.value();
        var took = Stream.concat(
                        totals.value().byId().entrySet().stream()
                                .filter(entry -> entry.getValue().execMillis()
                                        > earlier.getOrDefault(entry.getKey(), StatementTotals.NONE)
                                                .execMillis())
                                .sorted((one, other) -> Double.compare(
                                        gain(other.getValue(), earlier.get(other.getKey())),
                                        gain(one.getValue(), earlier.get(one.getKey()))))
                                .map(Map.Entry::getKey)
                                .limit(TOP),
                        sessions.stream()
                                .filter(session -> session.executing() && session.queryId() != 0)
                                .map(SessionRow::queryId)
                                .limit(TOP))
                .distinct()
                .toList();
        return reader.texts(took, server);
    }

    private static double gain(StatementTotals.Totals now, StatementTotals.@Nullable Totals earlier) {
        return now.execMillis() - (earlier == null ? 0 : earlier.execMillis());
    }

    /// A reload shows at once.
    private @Nullable Map<String, String> settings(Head head, Instant now, Asked server) throws SQLException {
        if (!head.loadedAt().equals(loadedAt)) {
            loadedAt = head.loadedAt();
            Stream.of(settings, admission, loggedIn, hostRules, hostRuleErrors, settingErrors)
                    .forEach(Paced::hurry);
        }
        return value(settings.at(now, server));
    }

    /// Its definitions are read again only when something of it differs.
    private @Nullable Map<String, String> schema(Instant now, Asked server) throws SQLException {
        var present = value(shape.at(now, server));
        if (present != null && !present.equals(shapeBefore)) {
            shapeBefore = present;
            schema.hurry();
        }
        return value(schema.at(now, server));
    }

    private @Nullable List<String> fileErrors(Instant now, Asked server) throws SQLException {
        var rules = value(hostRuleErrors.at(now, server));
        var set = value(settingErrors.at(now, server));
        if (rules == null && set == null) {
            return null;
        }
        var all = new ArrayList<String>();
        Stream.of(rules, set)
                .filter(Objects::nonNull)
                .forEach(errors -> errors.forEach((place, error) -> all.add(place + ": " + error)));
        return List.copyOf(all);
    }

    /// A file with an error is not taken in: the rules before it are in force.
    private @Nullable List<String> shutOut(Head head, Instant now, Asked server) throws SQLException {
        var sessions = value(loggedIn.at(now, server));
        var errors = value(hostRuleErrors.at(now, server));
        var rules = value(admission.at(now, server));
        return sessions == null || !head.monitor()
                ? null
                : new Readmission(errors != null && errors.isEmpty() ? rules : null).refusals(sessions);
    }

    private List<String> withheld(Head head) {
        var all = new ArrayList<String>();
        if (!head.monitor()) {
            all.add("sessions and statements of other roles: GRANT pg_monitor TO " + target.user());
        }
        Stream.of(
                        statements,
                        database,
                        replication,
                        writing,
                        io,
                        vacuum,
                        limits,
                        schema,
                        settings,
                        hostRules,
                        hostRuleErrors,
                        settingErrors,
                        log,
                        databaseBytes)
                .flatMap(question -> question.refused().stream())
                .forEach(all::add);
        all.stream().filter(told::add).forEach(refused -> LOG.info("{} withholds: {}", target.endpoint(), refused));
        return List.copyOf(all);
    }

    private static <T> @Nullable T value(@Nullable Answer<T> answer) {
        return answer == null ? null : answer.value();
    }

    private static <T> @Nullable Timed<T> timed(@Nullable Answer<T> answer) {
        return answer == null ? null : new Timed<>(answer.at(), answer.value());
    }
}
