package dev.tautline.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a [ServerView] together from what could be read; what is not named stays unknown. Not thread-safe.
public final class ServerViewBuilder {
    private final String target;
    private ServerActivity activity;
    private double silentSeconds;
    private @Nullable ServerStatements statements;
    private @Nullable ServerReplication replication;
    private @Nullable ServerWal wal;
    private @Nullable ServerCheckpoints checkpoints;
    private @Nullable ServerStorage storage;
    private @Nullable ServerIo io;
    private @Nullable ServerVacuum vacuum;
    private @Nullable ServerCounters counters;
    private @Nullable PoolerView pooler;
    private @Nullable List<String> fileErrors;
    private @Nullable List<String> shutOut;
    private @Nullable ServerFailures failures;
    private @Nullable ServerRefusals refusals;
    private List<String> withheld = List.of();

    ServerViewBuilder(String target, ServerActivity activity) {
        this.target = target;
        this.activity = activity;
    }

    ServerViewBuilder(ServerView of) {
        this(of.target(), of.activity());
        silentSeconds = of.silentSeconds();
        statements = of.statements();
        replication = of.replication();
        wal = of.wal();
        checkpoints = of.checkpoints();
        storage = of.storage();
        io = of.io();
        vacuum = of.vacuum();
        counters = of.counters();
        pooler = of.pooler();
        fileErrors = of.fileErrors();
        shutOut = of.shutOut();
        failures = of.failures();
        refusals = of.refusals();
        withheld = of.withheld();
    }

    public ServerViewBuilder activity(ServerActivity present) {
        activity = present;
        return this;
    }

    public ServerViewBuilder silentSeconds(double seconds) {
        silentSeconds = seconds;
        return this;
    }

    public ServerViewBuilder statements(@Nullable ServerStatements present) {
        statements = present;
        return this;
    }

    public ServerViewBuilder replication(@Nullable ServerReplication present) {
        replication = present;
        return this;
    }

    public ServerViewBuilder wal(@Nullable ServerWal present) {
        wal = present;
        return this;
    }

    public ServerViewBuilder checkpoints(@Nullable ServerCheckpoints present) {
        checkpoints = present;
        return this;
    }

    public ServerViewBuilder storage(@Nullable ServerStorage present) {
        storage = present;
        return this;
    }

    public ServerViewBuilder io(@Nullable ServerIo present) {
        io = present;
        return this;
    }

    public ServerViewBuilder vacuum(@Nullable ServerVacuum present) {
        vacuum = present;
        return this;
    }

    public ServerViewBuilder counters(@Nullable ServerCounters present) {
        counters = present;
        return this;
    }

    public ServerViewBuilder pooler(@Nullable PoolerView present) {
        pooler = present;
        return this;
    }

    public ServerViewBuilder fileErrors(@Nullable List<String> present) {
        fileErrors = present;
        return this;
    }

    public ServerViewBuilder shutOut(@Nullable List<String> present) {
        shutOut = present;
        return this;
    }

    public ServerViewBuilder failures(@Nullable ServerFailures present) {
        failures = present;
        return this;
    }

    public ServerViewBuilder refusals(@Nullable ServerRefusals present) {
        refusals = present;
        return this;
    }

    public ServerViewBuilder withheld(List<String> present) {
        withheld = present;
        return this;
    }

    public ServerView build() {
        return new ServerView(
                target,
                silentSeconds,
                activity,
                statements,
                replication,
                wal,
                checkpoints,
                storage,
                io,
                vacuum,
                counters,
                pooler,
                fileErrors,
                shutOut,
                failures,
                refusals,
                withheld);
    }
}
