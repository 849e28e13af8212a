package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a server refuses to do, by SQLSTATE or class of them (PostgreSQL manual 18, appendix A); what those words say
/// exactly comes first.
enum Refusal {
    SESSIONS_READ_ONLY(
            new Cause("sessions-read-only", "Sessions are read-only, the server is not", Owner.APPLICATION),
            Words.PLAIN,
            Set.of("25006"),
            "writes are refused in sessions that are read-only, on a primary that takes writes",
            "See what makes them so: readOnly of the pool or the driver, a transaction that is declared read-only"
                    + " and writes, or default_transaction_read_only of the role.",
            List.of("readOnly", "driver.readOnly", "driver.readOnlyMode"),
            change -> of(change, "transaction_read_only")),
    OBJECT_MISSING(
            new Cause("object-missing", "Statements name what is not there", Owner.APPLICATION),
            Words.PLAIN,
            Set.of("3F000", "42P01", "42P10", "42703", "42704", "42804", "42883"),
            "statements name tables, columns, keys or functions that are not there, or not of that type",
            "See whether code and schema are of one version (a migration that did not run, or ran too early),"
                    + " and whether search_path and the database are those that the code expects.",
            List.of("schema"),
            change -> isGone(change)
                    || of(change, "search_path")
                    || isOf(change, "index", "column", "function", "privileges on schema")),
    PRIVILEGE_MISSING(
            new Cause("privilege-missing", "Role lacks a privilege", Owner.DATABASE),
            Words.PLAIN,
            Set.of("42501"),
            "the application's role may not do what it asks for",
            "Grant it again (GRANT … ON … TO the role of the pool); for tables that are made later, ALTER"
                    + " DEFAULT PRIVILEGES of the role that makes them.",
            List.of("username"),
            change -> of(change, "role") || isOf(change, "privileges", "row security")),
    NUMBERS_RUN_OUT(
            new Cause("numbers-run-out", "A sequence or a column's range is used up", Owner.DATABASE),
            Words.PLAIN,
            Set.of("2200H", "22003"),
            "a sequence has given its last number, or a number no longer fits into its column",
            "Find it (pg_sequences: last_value against max_value; integer columns at 2147483647), and make"
                    + " sequence and column bigint; until then ALTER SEQUENCE … MINVALUE … RESTART lends"
                    + " negative numbers.",
            List.of(),
            change -> false),
    ROWS_REFUSED(
            new Cause("rows-refused", "Rows break a rule of their table", Owner.APPLICATION),
            Words.PLAIN,
            Set.of("23502", "23503", "23514", "23P01", "44000"),
            "rows are refused that break a constraint of their table",
            "The server's log names the constraint: see whether it came before the code that keeps it, and drop it or make it"
                    + " NOT VALID only once the code is out; for a foreign key, whether the row it points to is written first.",
            List.of(),
            change -> isOf(change, "constraint", "column", "trigger", "index")),
    VALUES_REFUSED(
            new Cause("values-refused", "Values do not fit what they are for", Owner.APPLICATION),
            Words.PLAIN,
            Set.of("22"),
            "values are refused: too long, of another form, out of range, or divided by zero",
            "The server's log tells the statement: see whether a column or a function has become narrower, or the code sends"
                    + " what it did not send before.",
            List.of(),
            change -> isOf(change, "column", "constraint", "function", "trigger")),
    STATEMENTS_REFUSED(
            new Cause("statements-refused", "Statements are refused as they stand", Owner.APPLICATION),
            Words.PLAIN,
            Set.of("0A", "21", "24", "34", "42", "54", "55"),
            "statements are refused for what they say, or for the state of what they are about",
            "The server's log tells statement and reason: see what differs since the code last worked, of the code, the schema"
                    + " and the server's version.",
            List.of(),
            change -> isOf(change, "index", "column", "constraint", "function")),
    CACHED_PLAN_OUTDATED(
            new Cause("cached-plan-outdated", "Prepared statements are older than the schema", Owner.DATABASE),
            Words.PLAIN,
            Set.of("0A000"),
            "sessions keep statements whose result has another shape since the schema was changed",
            "Have the pool open new connections (softEvictConnections, or a restart of the instances one by"
                    + " one); name columns in place of SELECT *, and autosave=conservative lets pgjdbc prepare"
                    + " again by itself.",
            List.of("driver.autosave", "driver.prepareThreshold"),
            change -> isOf(change, "column")),
    KEYS_GIVEN_TWICE(
            new Cause("keys-given-twice", "Keys are given twice", Owner.DATABASE),
            Words.AMBIGUOUS,
            Set.of("23505"),
            "new rows get keys that are there already",
            "Compare each sequence with the largest key of its table (after a restore or a switch of logical"
                    + " replication sequences stand behind) and set it ahead with setval.",
            List.of(),
            change -> change.kind() == Change.Kind.TOPOLOGY),
    FUNCTION_RAISES(
            new Cause("function-raises", "Code inside the database refuses", Owner.APPLICATION),
            Words.AMBIGUOUS,
            Set.of("09", "38", "39", "P0"),
            "a trigger or function of the database raises an error",
            "The server's log tells which one, and its words: see what changed in it, or in what it asks for.",
            List.of(),
            change -> isOf(change, "trigger", "function")),
    SERIALIZATION_FAILURES(
            new Cause("serialization-failures", "Transactions collide", Owner.APPLICATION),
            Words.AMBIGUOUS,
            Set.of("40001"),
            "transactions are refused because others changed what they read",
            "Retry the whole transaction (a few times, with a growing pause), keep it short, or use READ"
                    + " COMMITTED where nothing needs more.",
            List.of("transactionIsolation"),
            change -> of(change, "default_transaction_isolation")),
    LOCK_TIME_LIMIT(
            new Cause("lock-time-limit", "Statements give up waiting for locks", Owner.DATABASE),
            Words.AMBIGUOUS,
            Set.of("55P03"),
            "statements wait for a lock for longer than lock_timeout allows",
            "Find who holds the locks (pg_blocking_pids), and give lock_timeout the time of an ordinary"
                    + " transaction.",
            List.of("driver.options"),
            change -> of(change, "lock_timeout")),
    STATEMENT_TIME_LIMIT(
            new Cause("statement-time-limit", "Statements exceed their time limit", Owner.DATABASE),
            Words.AMBIGUOUS,
            Set.of("57014"),
            "statements are cancelled by a time limit",
            "Compare statement_timeout (of server, database, role and connection) and the application's query"
                    + " time-outs with what the statements take, and set the limit above the slowest that must"
                    + " end.",
            List.of("driver.options"),
            change -> of(change, "statement_timeout"));

    /// States that a constant or a hypothesis of its own names.
    private static final Set<String> OWN_NAMES = Stream.concat(
                    Stream.of(values()).flatMap(refusal -> refusal.states.stream()),
                    Stream.of("42P05")) // a prepared statement that is there already: PreparedStatementsLost
            .collect(Collectors.toUnmodifiableSet());

    /// Whether the server's words leave nothing to guess; behind the others may be what makes calls slow or has them
    /// wait.
    private enum Words {
        PLAIN,
        AMBIGUOUS
    }

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum
    private final Cause cause;

    private final Words words;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> states;

    private final String statement;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> settings;

    @SuppressWarnings("ImmutableEnumChecker") // captures nothing
    private final Predicate<Change> leadsToIt;

    /// @param settings of the pool that may be behind it, in their products' own names
    Refusal(
            Cause cause,
            Words words,
            Set<String> states,
            String statement,
            String fix,
            List<String> settings,
            Predicate<Change> leadsToIt) {
        this.cause = cause;
        this.words = words;
        this.states = states;
        this.statement = statement;
        this.fix = fix;
        this.settings = settings;
        this.leadsToIt = leadsToIt;
    }

    Cause cause() {
        return cause;
    }

    boolean plain() {
        return words == Words.PLAIN;
    }

    /// A class, the first two characters, stands for those of its states that have no name of their own.
    boolean tells(String state) {
        return states.contains(state) || (states.contains(classOf(state)) && !OWN_NAMES.contains(state));
    }

    private static String classOf(String state) {
        return state.substring(0, Math.min(2, state.length()));
    }

    String statement() {
        return statement;
    }

    String fix() {
        return fix;
    }

    List<String> settings() {
        return settings;
    }

    boolean follows(Change change) {
        return leadsToIt.test(change);
    }

    String words() {
        return String.join(
                " or ",
                states.stream()
                        .sorted()
                        .map(state -> state.length() == 2 ? "another of class " + state : state)
                        .toList());
    }

    private static boolean isGone(Change change) {
        return change.kind() == Change.Kind.SCHEMA && change.after() == null;
    }

    /// Of the schema, as the fingerprint of a server names its parts.
    private static boolean isOf(Change change, String... parts) {
        return change.kind() == Change.Kind.SCHEMA
                && Stream.of(parts).anyMatch(part -> change.what().startsWith(part + " "));
    }

    /// Of the server, or of a role or a database, which are told together: `settings of role app`.
    private static boolean of(Change change, String setting) {
        return switch (change.kind()) {
            case SERVER_SETTING -> change.what().equals(setting);
            case LIMIT ->
                Stream.of(change.before(), change.after())
                        .anyMatch(settings -> settings != null && settings.contains(setting + "="));
            default -> false;
        };
    }
}
