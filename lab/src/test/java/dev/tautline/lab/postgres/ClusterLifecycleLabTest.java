package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left when a cluster ends, orderly or not, and who may run one.
@Tag("lab")
@Timeout(90)
class ClusterLifecycleLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void closedClusterLeavesNothing() {
        var cluster = Cluster.builder().start();
        var pid = cluster.primary().pid();
        cluster.close();
        assertThat(cluster.directory()).doesNotExist();
        assertThat(ProcessIdentity.of(pid)).isEmpty();
    }

    @Test
    void clusterOfAKilledOwnerIsRemovedByTheNextStart() throws Exception {
        try (var owner = ClusterOwner.start(directory, null)) {
            new StaleClusters(directory).remove();
            assertThat(owner.serversRun())
                    .as("a living owner's cluster is left alone")
                    .isTrue();
            owner.kill();
            assertThat(owner.serversRun()).as("servers outlive a killed owner").isTrue();
            new StaleClusters(directory).remove();
            assertThat(owner.serversAreGone()).isTrue();
            assertThat(owner.clusterDirectory()).doesNotExist();
        }
    }

    @Test
    void terminatedOwnerLeavesNothing() throws Exception {
        try (var owner = ClusterOwner.start(directory, null)) {
            owner.terminate();
            assertThat(owner.serversAreGone()).isTrue();
            assertThat(owner.clusterDirectory()).doesNotExist();
        }
    }

    @Test
    void keptClusterOfAKilledOwnerStartsAgainWithItsDataAndStandby() throws Exception {
        var kept = directory.resolve("kept");
        try (var owner = ClusterOwner.start(directory, kept)) {
            assertThatThrownBy(() -> Cluster.builder().directory(kept).start())
                    .hasMessageContaining("is in use by process");
            owner.kill();
            try (var cluster = Cluster.builder().directory(kept).standbys(1).start()) {
                assertThat(owner.serversAreGone()).isTrue();
                assertThat(cluster.primary().query("select id from written")).containsExactly("1");
                var standby = cluster.standbys().getFirst();
                Deadline.in(PATIENCE)
                        .await(
                                "data on the standby",
                                () -> standby.query("select id from written").equals(List.of("1")));
            }
        }
        assertThat(kept.resolve("owner")).doesNotExist();
        assertThatThrownBy(() -> Cluster.builder().directory(kept).start()).hasMessageContaining("holds db-2");
    }

    @Test
    void plainUserRunsACluster() throws Exception {
        assumeTrue(Account.isRoot(), "everything else in this class runs as a plain user");
        try (var owner = ClusterOwner.startAsNobody(directory)) {
            assertThat(owner.serversRun()).isTrue();
            owner.terminate();
            assertThat(owner.serversAreGone()).isTrue();
            assertThat(owner.clusterDirectory()).doesNotExist();
        }
    }

    @Test
    void rootWithoutUserNamespacesRunsAClusterAsAnotherUser() {
        assumeTrue(Account.isRoot(), "only root may choose another user");
        try (var cluster =
                Cluster.builder().standbys(1).runAs(new Account.Nobody()).start()) {
            assertThat(Account.uidOf(Path.of("/proc/" + cluster.primary().pid())))
                    .isEqualTo(Account.Nobody.ID);
            cluster.primary().restart(StopMode.FAST);
            assertThat(cluster.primary().query("select 1")).containsExactly("1");
        }
    }

    @Test
    void foreignDirectoryIsNotTouched() throws Exception {
        Files.createFile(directory.resolve("holiday.jpg"));
        assertThatThrownBy(() -> Cluster.builder().directory(directory).start()).hasMessageContaining("holiday.jpg");
        assertThat(directory.resolve("holiday.jpg")).exists();
    }

    @Test
    void serverThatCannotStartIsReportedWithItsLogAndLeavesNothing() {
        assertThatThrownBy(() -> Cluster.builder()
                        .directory(directory.resolve("kept"))
                        .setting("shared_preload_libraries", "no_such_library")
                        .start())
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContainingAll("db-1", "no_such_library", "No such file");
        assertThat(directory.resolve("kept/owner")).doesNotExist();
    }

    @Test
    void allProblemsOfAClusterAreReportedAtOnce() {
        assertThatThrownBy(() -> Cluster.builder()
                        .standbys(99)
                        .superuser("Robert'; --")
                        .setting("port", 5432)
                        .setting("no setting", true)
                        .timeout(Duration.ZERO)
                        .start())
                .hasMessageContainingAll("standbys 99", "superuser", "'port'", "'no setting'", "timeout");
    }
}
