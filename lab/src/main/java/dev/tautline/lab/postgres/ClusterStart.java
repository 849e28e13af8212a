package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Brings the nodes of a new or kept cluster up: the primary, then each standby, copied where it is not
/// there yet.
final class ClusterStart {
    private static final String REPLICATOR = "tautline_replicator";

    private final Cluster cluster;
    private final ServerPrograms programs;
    private final ReplicationRoute route;
    private final Duration timeout;
    /// New at each start, so that only the standbys' pass files hold it.
    private final Credentials replicator = new Credentials(REPLICATOR, Secret.random());

    ClusterStart(Cluster cluster, ServerPrograms programs, ReplicationRoute route, Duration timeout) {
        this.cluster = cluster;
        this.programs = programs;
        this.route = route;
        this.timeout = timeout;
    }

    void run() {
        startPrimary();
        var followers = cluster.nodes().stream()
                .filter(node -> node != cluster.primary())
                .toList();
        if (!followers.isEmpty()) {
            prepareReplication();
            followers.forEach(this::startStandby);
            cluster.awaitStreaming(timeout);
        }
    }

    /// Makes a node, whatever it was, a standby of the primary: copies it anew and starts it.
    void rejoin(Node node) {
        prepareReplication();
        node.stop(StopMode.IMMEDIATE);
        node.directory().prepare();
        startStandby(node);
        cluster.awaitStreaming(timeout);
    }

    private void startPrimary() {
        var primary = cluster.primary();
        var fresh = !primary.directory().isInitialised();
        if (fresh) {
            primary.directory().initialise(programs, cluster.superuser(), Deadline.in(timeout));
        }
        primary.start();
        if (fresh) {
            // In template1, so that every database made later can show its statements.
            List.of("template1", "postgres")
                    .forEach(database ->
                            primary.executeIn(database, "create extension if not exists pg_stat_statements"));
        }
    }

    private void prepareReplication() {
        cluster.primary()
                .execute("""
                        do $$ begin
                            create role %1$s with login replication;
                        exception when duplicate_object then null;
                        end $$;
                        alter role %1$s with password '%2$s'
                        """.formatted(REPLICATOR, replicator.password().reveal()));
    }

    private void startStandby(Node standby) {
        var slot = standby.name().replace('-', '_');
        createSlot(slot);
        var directory = standby.directory();
        // Without standby.signal it is a former primary, whose history has parted from the primary's.
        if (!directory.isInitialised() || !directory.isStandby()) {
            new StandbyCopy(cluster.primary(), directory).make();
        }
        writePassFile(directory);
        var source = route.address(standby.name(), cluster.primary().address());
        standby.follow(new Upstream(source, REPLICATOR, slot, standby.name()));
        standby.start();
    }

    private void createSlot(String slot) {
        var ignored = cluster.primary().query("""
                        select pg_create_physical_replication_slot('%1$s', true)
                        where not exists (select from pg_replication_slots where slot_name = '%1$s')
                        """.formatted(slot));
    }

    private void writePassFile(DataDirectory directory) {
        try {
            DataDirectory.writePrivately(
                    directory.passwordFile(),
                    "*:*:*:%s:%s%n".formatted(REPLICATOR, replicator.password().reveal()));
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write %s: %s".formatted(directory.passwordFile(), failure), failure);
        }
    }
}
