package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.proxy.SilentAddress;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepTimeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProbingTest {
    private final Probing probing =
            new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10));

    @Test
    void aSilentTargetDelaysNoOther() throws Exception {
        try (var silent = SilentAddress.open(new InetSocketAddress("127.0.0.10", 0))) {
            var announced = new CopyOnWriteArrayList<String>();
            var targets = List.of(
                    target("silent", silent.address(), Optional.empty()),
                    target("refused", closed(), Optional.empty()));
            var results =
                    probing.all(targets, result -> announced.add(result.target().name()));

            assertThat(announced).containsExactly("refused", "silent");
            assertThat(results).extracting(result -> result.target().name()).containsExactly("silent", "refused");
            assertThat(failure(results.getFirst()).failure().kind()).isEqualTo(FailureKind.NO_ANSWER);
        }
    }

    @Test
    void aClientsOwnLimitForConnectingCountsWhereItIsShorter() throws Exception {
        try (var silent = SilentAddress.open(new InetSocketAddress("127.0.0.10", 0))) {
            var limit = Optional.of(Duration.ofMillis(200));
            var results = probing.all(List.of(target("silent", silent.address(), limit)), _ -> {});

            var failed = failure(results.getFirst());
            assertThat(failed.step()).isEqualTo(Step.CONNECT);
            assertThat(failed.took()).isLessThan(StepTimeouts.DEFAULT);
        }
    }

    @Test
    void nothingToProbeIsNoProblem() throws InterruptedException {
        assertThat(probing.all(List.of(), _ -> {})).isEmpty();
    }

    private static Failed failure(TargetResult result) {
        return result.hosts().getFirst().ladder().failure().orElseThrow();
    }

    private static Target target(String name, InetSocketAddress address, Optional<Duration> connectTimeout) {
        var host = ProbeTarget.of(address.getAddress().getHostAddress(), address.getPort(), "shop", "app");
        return new Target(name, List.of(host), Expectation.ANY, Expectations.NONE, connectTimeout);
    }

    private static InetSocketAddress closed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }
}
