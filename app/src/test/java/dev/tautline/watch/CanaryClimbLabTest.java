package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.lab.proxy.TcpProxy;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that is only slow, seen from a machine with time to spare and from one without.
class CanaryClimbLabTest {
    private static final String PASSWORD = "Anchor-chain-9";
    private static final Duration ROUND_TRIP = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void givesASlowServerTheTimeThatTheMachineItselfTakes() throws Exception {
        try (var cluster = Cluster.builder().start();
                var proxy = TcpProxy.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        cluster.primary().address())) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            proxy.inject(new ProxyFault.Latency(ROUND_TRIP.dividedBy(2), ROUND_TRIP.dividedBy(2), Duration.ZERO));
            int port = proxy.address().getPort();

            assertThat(climb(port, () -> 1).result().passed()).isFalse();

            var crowded = climb(port, () -> Crowding.MOST);
            assertThat(crowded.result().passed()).isTrue();
            assertThat(crowded.recovered()).as("no sign of lost packets").isFalse();
        }
    }

    /// At the smaller size its own question is lost already, at the larger one only the answer that it asks for now and
    /// then.
    @Tag("lab")
    @ParameterizedTest
    @ValueSource(ints = {1000, 4000})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void tellsThatLargePacketsVanish(int largest) throws Exception {
        try (var cluster = Cluster.builder().start();
                var proxy = TcpProxy.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        cluster.primary().address())) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            var canary = canary(proxy.address().getPort(), () -> 1);
            assertThat(canary.sample().result().passed()).isTrue();

            try (var _ = proxy.inject(new ProxyFault.LargeLost(largest))) {
                Deadline.in(Duration.ofSeconds(30)).await("large packets to be missed", () -> saysSo(climb(canary)));
            }

            Deadline.in(Duration.ofSeconds(10))
                    .await("calm", () -> climb(canary).passed());
        }
    }

    private static LadderResult climb(CanaryClimb canary) {
        try {
            return canary.sample().result();
        } catch (TimeoutException busy) {
            throw new AssertionError(busy);
        }
    }

    private static boolean saysSo(LadderResult result) {
        return result.failure()
                .filter(failed -> failed.failure().kind() == FailureKind.LARGE_PACKETS_LOST)
                .isPresent();
    }

    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void waitsForANameThatWasNotAnsweredInTime() throws Exception {
        try (var cluster = Cluster.builder().start()) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
            var slowly = Duration.ofMillis(2500);
            var ladder = new Ladder(
                    Clock.systemUTC(), StepTimeouts.each(Duration.ofMillis(800)), host -> lookUp(host, slowly));
            var target = ProbeTarget.of("localhost", cluster.primary().address().getPort(), "postgres", "app")
                    .withPassword(Secret.of(PASSWORD));
            var canary = new CanaryClimb(ladder, target, () -> 1);

            var atFirst = canary.sample().result();
            var then = canary.sample().result();

            assertThat(atFirst.failure().orElseThrow().failure().kind()).isEqualTo(FailureKind.RESOLVER_SILENT);
            assertThat(then.passed()).isTrue();
            assertThat(canary.sample().result().passed())
                    .as("it goes on to wait")
                    .isTrue();
        }
    }

    /// As a name server that is slow.
    private static InetAddress[] lookUp(String host, Duration after) throws UnknownHostException {
        LockSupport.parkNanos(after.toNanos());
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }

    @ParameterizedTest
    @CsvSource({"1/345, 1", "4/345, 2", "9/345, 4.5", "300/800, 6", "nonsense, 1"})
    void countsTheTasksThatWantAProcessor(String runnable, double expected) throws Exception {
        var file = Files.writeString(folder.resolve("loadavg"), "0.52 0.58 0.59 " + runnable + " 12345\n");

        assertThat(Crowding.in(file, 2).tasksPerProcessor()).isEqualTo(expected);
        assertThat(Crowding.in(folder.resolve("none"), 2).tasksPerProcessor()).isEqualTo(1);
    }

    /// Climbs again where the machine was too busy: such a climb says nothing of the server.
    private static CanaryClimb.Climb climb(int port, Crowding crowding) {
        var climbs = new ArrayList<CanaryClimb.Climb>();
        Deadline.in(Duration.ofSeconds(30)).await("a climb that says something of the server", () -> {
            try {
                return climbs.add(canary(port, crowding).sample());
            } catch (TimeoutException busy) {
                return false;
            }
        });
        return climbs.getFirst();
    }

    private static CanaryClimb canary(int port, Crowding crowding) {
        var ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(Duration.ofMillis(800)), Resolver.system());
        var target = ProbeTarget.of("127.0.0.1", port, "postgres", "app").withPassword(Secret.of(PASSWORD));
        return new CanaryClimb(ladder, target, crowding);
    }
}
