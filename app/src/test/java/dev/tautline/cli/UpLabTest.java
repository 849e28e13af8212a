package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.tautline.lab.Deadline;
import dev.tautline.stage.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs of `taut up` on one directory, as a user has them: bought and stopped, killed, interrupted while
/// starting, refused.
@Tag("lab")
@Tag("alone")
@TestMethodOrder(OrderAnnotation.class)
class UpLabTest {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);
    private static final Map<String, Integer> PORTS = UpProgram.freePorts();

    @TempDir
    private static Path place;

    private static URI order = URI.create("/");

    @Test
    @Order(1)
    void sellsAndLeavesNoProcessAndNoPortWhenStopped() throws IOException, InterruptedException {
        try (var up = UpProgram.start(place.resolve("data"), PORTS)) {
            up.awaitUp();
            new GuardView(up.dashboard()).awaitWell(Set.of("db-1", "db-2"), Set.of("shop-1"));
            var page = new HttpShopper(up.shop("/")).buy("shackle");
            order = page.uri();
            assertThat(order.getPath()).startsWith("/orders/");
            assertThat(page.body()).contains("We are packing");

            assertThat(up.end("TERM")).isZero();

            assertThat(up.output()).contains("Stopped: no process is left running");
            assertNothingRuns(up);
        }
    }

    @Test
    @Order(2)
    void keepsOrdersPlaysAGameDayAndTakesItsProgramsAlongWhenKilled() throws IOException, InterruptedException {
        try (var up = UpProgram.start(place.resolve("data"), PORTS, "--lab")) {
            up.awaitUp();
            assertThat(new HttpShopper(up.shop("/")).get(order).statusCode()).isEqualTo(200);
            playAGameDay(new GameDayPlayer(up.dashboard(), place.resolve("data")));

            up.end("KILL");

            Deadline.in(GONE_WITHIN)
                    .await("the JVMs to die with their parent", () -> up.jvms().isEmpty());
        }
    }

    /// The guard is told nothing, and named what was injected from its own page.
    private static void playAGameDay(GameDayPlayer player) {
        assertThat(player.ask("GET", "/choices", "").path("faults").valueStream())
                .as("faults of shop, visitors and payment provider can be injected")
                .filteredOn(fault -> Set.of("pool-too-small", "traffic-spike", "slow-payment-provider")
                        .contains(fault.path("id").stringValue()))
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault.path("obstacle").isNull()).isTrue());
        player.ask("POST", "/rounds", "{\"fault\":\"server-read-only\"}");
        player.await(
                "the guard to name the cause",
                game -> game.path("round").path("guard").path("right").asBoolean(false));
        player.ask("POST", "/heal", "");
        var over = player.await(
                        "the fault to be healed", game -> game.path("round").isNull())
                .path("rounds")
                .path(0);
        assertThat(over.path("guard").path("cause").path("id").stringValue()).isEqualTo("read-only-by-setting");
    }

    @Test
    @Order(3)
    void endsWhatAKilledRunLeftAndStopsCleanlyWhileStarting() throws IOException, InterruptedException {
        try (var up = UpProgram.start(place.resolve("data"), PORTS)) {
            up.awaitOutput("Payment simulator");

            assertThat(up.end("INT")).isEqualTo(130);

            assertThat(up.output()).contains("Stopped before all was up");
            assertNothingRuns(up);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, --standbys 9: allowed are 0 to 8", "0, keeps db-2 as well: ask for more with --standbys"})
    @Order(4)
    void refusesStandbysInOneLineBeforeAnythingIsStarted(String standbys, String reason)
            throws IOException, InterruptedException {
        try (var up = UpProgram.start(place.resolve("data"), PORTS, "--standbys", standbys)) {
            assertThat(up.awaitEnd()).isEqualTo(2);

            assertThat(up.output().lines())
                    .singleElement(STRING)
                    .startsWith("taut: ")
                    .contains(reason);
            assertNothingRuns(up);
        }
    }

    private static void assertNothingRuns(UpProgram up) {
        assertThat(up.jvms()).isEmpty();
        assertThat(up.servers()).isEmpty();
        PORTS.forEach((option, port) -> {
            var address = option.equals("--database-port") ? Loopback.ofHost(1) : InetAddress.getLoopbackAddress();
            assertThat(isOpen(address, port)).as("%s %d", option, port).isFalse();
        });
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
