package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// RESOLVE and CONNECT.
class ReachingTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void namesAnUnknownHost() {
        var failure = failure(climb("db.invalid", 5432, host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        }));

        assertThat(failure.kind()).isEqualTo(FailureKind.NAME_UNKNOWN);
        assertThat(failure.cause()).contains("db.invalid");
    }

    @Test
    void tellsAnUnavailableResolverFromAnUnknownName() {
        var failure = failure(climb("db.invalid", 5432, host -> {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        }));

        assertThat(failure.kind()).isEqualTo(FailureKind.RESOLVER_UNAVAILABLE);
    }

    @Test
    void recognisesAPlaceholderThatNobodyFilled() {
        var failure = failure(climb("${DB_HOST}", 5432, host -> {
            throw new UnknownHostException(host);
        }));

        assertThat(failure.kind()).isEqualTo(FailureKind.NAME_UNRESOLVED_PLACEHOLDER);
    }

    @Test
    void doesNotWaitForASilentResolver() {
        var never = new CountDownLatch(1);
        var failure = failure(climb("db.invalid", 5432, host -> {
            awaitUninterrupted(never);
            throw new UnknownHostException(host);
        }));
        never.countDown();

        assertThat(failure.kind()).isEqualTo(FailureKind.RESOLVER_SILENT);
    }

    @Test
    void namesARefusedPortAndWhatWasFineBefore() throws IOException {
        int port = freePort();
        var result = climb("db", port, loopback());

        assertThat(failure(result).kind()).isEqualTo(FailureKind.CONNECTION_REFUSED);
        assertThat(failure(result).code()).isEqualTo("ECONNREFUSED");
        assertThat(failure(result).provenFine()).containsExactly("resolve: 127.0.0.1");
        assertThat(failure(result).next()).contains(Integer.toString(port));
    }

    @Test
    void climbsToEveryAddress() throws IOException {
        var two = new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")};
        var results = ladder(host -> two)
                .climbEvery(ProbeTarget.of("db", freePort(), "shop", "app"), Deadline.after(Duration.ofSeconds(5)));

        assertThat(results).extracting(LadderResult::address).containsExactly(two);
    }

    @Test
    void climbsToAGivenAddressWithoutAskingTheResolver() throws IOException {
        var ladder = ladder(host -> {
            throw new UnknownHostException(host);
        });
        var result = ladder.climbTo(
                InetAddress.ofLiteral("127.0.0.1"),
                ProbeTarget.of("db", freePort(), "shop", "app"),
                Deadline.after(Duration.ofSeconds(5)));

        assertThat(result.steps().getFirst()).isInstanceOf(StepResult.Skipped.class);
        assertThat(failure(result).kind()).isEqualTo(FailureKind.CONNECTION_REFUSED);
    }

    @Test
    void hasOneResultForEveryStep() throws IOException {
        assertThat(climb("db", freePort(), loopback()).steps())
                .extracting(StepResult::step)
                .containsExactly(Step.values());
    }

    private static LadderResult climb(String host, int port, Resolver resolver) {
        return ladder(resolver).climb(ProbeTarget.of(host, port, "shop", "app"), Deadline.after(Duration.ofSeconds(5)));
    }

    private static Ladder ladder(Resolver resolver) {
        return new Ladder(Clock.systemUTC(), StepTimeouts.each(SHORT), resolver);
    }

    private static Failure failure(LadderResult result) {
        return result.failure().orElseThrow().failure();
    }

    private static Resolver loopback() {
        return host -> List.of(InetAddress.ofLiteral("127.0.0.1")).toArray(InetAddress[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
