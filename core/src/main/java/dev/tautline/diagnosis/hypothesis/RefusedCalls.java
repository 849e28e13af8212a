package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The server answers, and refuses what is asked of it: requests fail because their statements do, each time with the
/// same SQLSTATE (PostgreSQL manual 18, appendix A).
final class RefusedCalls implements Hypothesis {
    /// One call may have asked for too much by itself.
    private static final int SEVERAL = 3;

    /// Of the requests that fail, those that may have failed of it: fewer are a by-product, as a key that is there
    /// already.
    private static final double SOME = 0.3;

    private static final double MOST = 0.5;

    private final Cause cause;
    private final Set<String> states;
    private final boolean plain;
    private final String statement;
    private final String fix;
    private final List<String> settings;
    private final Predicate<Change> leadsToIt;

    /// @param settings of the pool that may be behind it, in their products' own names
    /// @param plain whether the server's words leave nothing to guess; behind the others may be what makes calls
    ///     slow or has them wait
    private RefusedCalls(
            Cause cause,
            boolean plain,
            Set<String> states,
            String statement,
            String fix,
            List<String> settings,
            Predicate<Change> leadsToIt) {
        this.cause = cause;
        this.plain = plain;
        this.states = states;
        this.statement = statement;
        this.fix = fix;
        this.settings = settings;
        this.leadsToIt = leadsToIt;
    }

    static List<Hypothesis> all() {
        return List.of(
                new RefusedCalls(
                        new Cause("sessions-read-only", "Sessions are read-only, the server is not", Owner.APPLICATION),
                        true,
                        Set.of("25006"),
                        "writes are refused in sessions that are read-only, on a primary that takes writes",
                        "See what makes them so: readOnly of the pool or the driver, a transaction that is declared read-only"
                                + " and writes, or default_transaction_read_only of the role.",
                        List.of("readOnly", "driver.readOnly", "driver.readOnlyMode"),
                        change -> of(change, "transaction_read_only")),
                new RefusedCalls(
                        new Cause("object-missing", "Statements name what is not there", Owner.APPLICATION),
                        true,
                        Set.of("42P01", "42703", "42883", "42704", "3F000"),
                        "statements name tables, columns or functions that are not there",
                        "See whether code and schema are of one version (a migration that did not run, or ran too early),"
                                + " and whether search_path and the database are those that the code expects.",
                        List.of("schema"),
                        change -> change.kind() == Change.Kind.SCHEMA || of(change, "search_path")),
                new RefusedCalls(
                        new Cause("privilege-missing", "Role lacks a privilege", Owner.DATABASE),
                        true,
                        Set.of("42501"),
                        "the application's role may not do what it asks for",
                        "Grant it again (GRANT … ON … TO the role of the pool); for tables that are made later, ALTER"
                                + " DEFAULT PRIVILEGES of the role that makes them.",
                        List.of("username"),
                        change -> of(change, "role")),
                new RefusedCalls(
                        new Cause("numbers-run-out", "A sequence or a column's range is used up", Owner.DATABASE),
                        true,
                        Set.of("2200H", "22003"),
                        "a sequence has given its last number, or a number no longer fits into its column",
                        "Find it (pg_sequences: last_value against max_value; integer columns at 2147483647), and make"
                                + " sequence and column bigint; until then ALTER SEQUENCE … MINVALUE … RESTART lends"
                                + " negative numbers.",
                        List.of(),
                        change -> false),
                new RefusedCalls(
                        new Cause(
                                "cached-plan-outdated",
                                "Prepared statements are older than the schema",
                                Owner.DATABASE),
                        true,
                        Set.of("0A000"),
                        "sessions keep statements whose result has another shape since the schema was changed",
                        "Have the pool open new connections (softEvictConnections, or a restart of the instances one by"
                                + " one); name columns in place of SELECT *, and autosave=conservative lets pgjdbc prepare"
                                + " again by itself.",
                        List.of("driver.autosave", "driver.prepareThreshold"),
                        change -> change.kind() == Change.Kind.SCHEMA),
                new RefusedCalls(
                        new Cause("keys-given-twice", "Keys are given twice", Owner.DATABASE),
                        false,
                        Set.of("23505"),
                        "new rows get keys that are there already",
                        "Compare each sequence with the largest key of its table (after a restore or a switch of logical"
                                + " replication sequences stand behind) and set it ahead with setval.",
                        List.of(),
                        change -> change.kind() == Change.Kind.TOPOLOGY),
                new RefusedCalls(
                        new Cause("serialization-failures", "Transactions collide", Owner.APPLICATION),
                        false,
                        Set.of("40001"),
                        "transactions are refused because others changed what they read",
                        "Retry the whole transaction (a few times, with a growing pause), keep it short, or use READ"
                                + " COMMITTED where nothing needs more.",
                        List.of("transactionIsolation"),
                        change -> of(change, "default_transaction_isolation")),
                new RefusedCalls(
                        new Cause("lock-time-limit", "Statements give up waiting for locks", Owner.DATABASE),
                        false,
                        Set.of("55P03"),
                        "statements wait for a lock for longer than lock_timeout allows",
                        "Find who holds the locks (pg_blocking_pids), and give lock_timeout the time of an ordinary"
                                + " transaction.",
                        List.of("driver.options"),
                        change -> of(change, "lock_timeout")),
                new RefusedCalls(
                        new Cause("statement-time-limit", "Statements exceed their time limit", Owner.DATABASE),
                        false,
                        Set.of("57014"),
                        "statements are cancelled by a time limit",
                        "Compare statement_timeout (of server, database, role and connection) and the application's query"
                                + " time-outs with what the statements take, and set the limit above the slowest that must"
                                + " end.",
                        List.of("driver.options"),
                        change -> of(change, "statement_timeout")));
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

    @Override
    public Cause cause() {
        return cause;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene);
        if (pools.isEmpty()) {
            return new Unknown("no agent tells how calls on its connections end");
        }
        var failing = pools.stream().filter(of -> failed(of) > 0).toList();
        if (failing.isEmpty()) {
            return new Refuted("no call failed with " + words());
        }
        var most = failing.stream()
                .filter(of -> failed(of) >= SEVERAL && explained(of) >= SOME)
                .findFirst();
        return most.map(of -> (Judgement) supported(of, scene))
                .orElseGet(() -> new Unknown(
                        String.join("; ", failing.stream().map(this::describe).toList())));
    }

    private Supported supported(PoolOf of, Scene scene) {
        var target = Behind.of(of, scene);
        var change = change(of.instance(), target, scene);
        var evidence = new ArrayList<String>();
        evidence.add(describe(of));
        settings.stream()
                .flatMap(name -> of.pool().setting(name).stream())
                .map(setting -> setting.name() + "=" + setting.value() + " at " + setting.origin())
                .forEach(evidence::add);
        change.ifPresent(it -> evidence.add(it.dated()));
        boolean certain = change.isPresent() || (plain && explained(of) >= MOST);
        return new Supported(
                cause,
                target,
                certain ? Strength.CERTAIN : Strength.LIKELY,
                statement,
                evidence,
                fix,
                change.orElse(null));
    }

    /// The newest that leads to it and was not followed by calm; else the start of the version that asks.
    private Optional<Change> change(InstanceView instance, String target, Scene scene) {
        var ofServer = scene.server(target).stream()
                .flatMap(server -> Stream.of(Change.Kind.values()).flatMap(kind -> Recent.of(scene, server, kind)))
                .filter(leadsToIt)
                .sorted(Comparator.comparing(Change::at).reversed());
        var starts = plain ? scene.changes(Change.Kind.INSTANCE_START, instance.name()) : Stream.<Change>empty();
        return Stream.concat(ofServer, starts)
                .filter(change -> change.before() != null || change.kind() == Change.Kind.SCHEMA)
                .filter(change -> !scene.calmAfter(change.at()))
                .findFirst();
    }

    private int failed(PoolOf of) {
        return of.pool().details().failedWith(states);
    }

    /// The part of the failed requests that may have failed of it; 1 where nobody counts requests.
    private double explained(PoolOf of) {
        var requests = of.instance().requests();
        double errors = requests.errors() * requests.answered();
        if (requests.answered() == 0) {
            return 1;
        }
        return errors < 1 ? 0 : failed(of) / errors;
    }

    private String describe(PoolOf of) {
        return "%s's pool %s: %d calls failed with %s (of all: %s)"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        failed(of),
                        words(),
                        of.pool().details().statementsFailed());
    }

    private String words() {
        return String.join(" or ", states.stream().sorted().toList());
    }
}
