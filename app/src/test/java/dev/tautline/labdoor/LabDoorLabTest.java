package dev.tautline.labdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.postgres.Cluster;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server that is made read-only over the door, and healed.
@Tag("lab")
class LabDoorLabTest {
    @TempDir
    private Path folder;

    @Test
    void injectsHealsAndRefusesOverTheDoor() throws Exception {
        try (var cluster = Cluster.builder().start();
                var routes = new Routes(HostsFile.create(folder.resolve("hosts")))) {
            routes.open(
                    "db-1.example.test", cluster.primary(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var lab = new Lab(
                    cluster, routes, new Application("postgres", "postgres"), Surroundings.NONE, Clock.systemUTC());
            try (var faults = new FaultsInForce(lab, Clock.systemUTC());
                    var _ = LabDoor.open(faults, folder, List.of());
                    var visitor = LabVisitor.at(folder)) {
                assertThat(faults.all()).isEmpty();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lab.json"))))
                        .isEqualTo("rw-------");
                assertThat(status(DoorFile.in(folder).orElseThrow().url())).isEqualTo(401);

                var held = visitor.inject("server-read-only");
                assertThat(visitor.all()).containsExactly(held);
                assertThat(readOnly(cluster)).isEqualTo("on");

                assertThatThrownBy(() -> visitor.inject("pool-too-small"))
                        .isInstanceOfSatisfying(
                                DoorRefused.class,
                                refused -> assertThat(refused.isUnusable()).isFalse())
                        .hasMessageContaining("no application here");
                assertThatThrownBy(() -> visitor.heal("node-stopped"))
                        .isInstanceOfSatisfying(
                                DoorRefused.class,
                                refused -> assertThat(refused.isUnusable()).isTrue())
                        .hasMessageContaining("server-read-only");

                visitor.heal(held.id());
                assertThat(readOnly(cluster)).isEqualTo("off");
                visitor.inject("server-read-only");
            }
            assertThat(readOnly(cluster)).as("closing heals").isEqualTo("off");
            assertThatThrownBy(() -> LabVisitor.at(folder)).isInstanceOf(DoorClosed.class);
        }
    }

    private static String readOnly(Cluster cluster) {
        // Not what this session has: the lab's own may always write.
        return cluster.primary()
                .query("select coalesce(max(setting), 'off') from pg_file_settings"
                        + " where name = 'default_transaction_read_only' and applied")
                .getFirst();
    }

    private static int status(URI door) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(door.resolve("faults")).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
