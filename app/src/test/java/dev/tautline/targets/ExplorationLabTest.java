package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What is found around an address at which nobody listens.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExplorationLabTest {
    private static final String PASSWORD = "Lookout&7";

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.builder().standbys(1).start();
        cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "' IN ROLE pg_monitor");
        cluster.awaitReplay(Duration.ofSeconds(20));
        cluster.awaitStreaming(Duration.ofSeconds(20));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void tellsThatPostgresAnswersAtAnotherPortOfTheHost() throws IOException {
        var explored = around(closed().withPassword(Secret.of(PASSWORD)), primaryPort(), closed().port());

        assertThat(explored.tried()).isEqualTo(3);
        assertThat(explored.answering()).singleElement().satisfies(found -> {
            assertThat(found.endpoint()).isEqualTo("127.0.0.1:" + primaryPort());
            assertThat(found.answers()).contains("PostgreSQL 18.", "primary, writable");
            assertThat(found.isServer()).isTrue();
        });
        assertThat(explored.conclusion().orElseThrow()).contains("the address is likely wrong", "primary");
    }

    @Test
    void knowsAServerByItsAnswerAlthoughTheLoginIsWrong() throws IOException {
        assertThat(around(closed(), primaryPort()).answering())
                .singleElement()
                .extracting(Neighbour::answers)
                .asString()
                .startsWith("PostgreSQL or a pooler; password-missing");
        assertThat(around(closed().withPassword(Secret.of("wrong")), primaryPort())
                        .conclusion()
                        .orElseThrow())
                .contains("password-refused");
    }

    @Test
    void aStrangerIsNoServerAndSeesNoPassword() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            var words = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> answerAsCleartextServer(listener, words));
            var explored = around(closed().withPassword(Secret.of(PASSWORD)), listener.getLocalPort());

            assertThat(explored.tried()).as("the other loopback, too").isEqualTo(2);
            assertThat(words.get(5, TimeUnit.SECONDS)).doesNotContain("Lookout");
        }
    }

    @Test
    void asksTheStandbyWhereThePrimaryIs() throws Exception {
        var standby = target(cluster.standbys().getFirst().address().getPort());
        var down = closed();
        var target = new Target(
                "shop",
                List.of(standby.withPassword(Secret.of(PASSWORD)), down.withPassword(Secret.of(PASSWORD))),
                Expectation.ANY,
                Expectations.NONE,
                Optional.empty());
        var probing = new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10))
                .exploring(List.of());

        var hosts = probing.all(List.of(target), _ -> {}).getFirst().hosts();
        assertThat(hosts.getFirst().explored()).isEqualTo(Explored.NOTHING);
        assertThat(hosts.getLast().explored().answering())
                .anySatisfy(found -> {
                    assertThat(found.knownFrom()).isEqualTo("probed as well");
                    assertThat(found.answers()).contains("standby");
                })
                .anySatisfy(found -> {
                    assertThat(found.knownFrom()).isEqualTo("a node of the cluster");
                    assertThat(found.endpoint()).endsWith(":" + primaryPort());
                    assertThat(found.answers()).contains("primary, writable");
                });
    }

    @Test
    void leadsFromAStandbyToThePrimaryThatWasExpected() throws Exception {
        var standby = target(cluster.standbys().getFirst().address().getPort()).withPassword(Secret.of(PASSWORD));
        var target = new Target(
                "shop",
                List.of(standby.expecting(Expectation.PRIMARY)),
                Expectation.ANY,
                Expectations.NONE,
                Optional.empty());
        var probing = new Probing(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Duration.ofSeconds(10))
                .exploring(List.of());

        var host = probing.all(List.of(target), _ -> {}).getFirst().hosts().getFirst();
        assertThat(host.isClean()).isFalse();
        assertThat(host.explored().conclusion().orElseThrow())
                .startsWith("the primary is ")
                .contains(":" + primaryPort(), "primary, writable");
    }

    @Test
    void findsAServerThatListensInTheOtherFamilyOnly() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.ofLiteral("::1"))) {
            Thread.ofVirtual().start(() -> answerAsCleartextServer(listener, new CompletableFuture<>()));

            assertThat(around(target(listener.getLocalPort())).answering())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.endpoint()).isEqualTo("[::1]:" + listener.getLocalPort());
                        assertThat(found.isServer()).isTrue();
                    });
        }
    }

    @Test
    void triesTheTargetsThatAreKnownByName() throws IOException {
        var other = target(primaryPort()).withPassword(Secret.of(PASSWORD));
        var known = new Target("db-1", List.of(other), Expectation.ANY, Expectations.NONE, Optional.empty());
        var exploration = new Exploration(Clock.systemUTC(), List.of(), List.of(known));

        assertThat(exploration
                        .around(closed(), Expectation.ANY, List.of(), List.of())
                        .answering())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.knownFrom()).isEqualTo("target db-1");
                    assertThat(found.answers()).contains("primary, writable");
                });
    }

    private static Explored around(ProbeTarget failed, int... ports) {
        var list = Arrays.stream(ports).boxed().toList();
        return new Exploration(Clock.systemUTC(), list, List.of())
                .around(failed, Expectation.ANY, List.of(), List.of());
    }

    private int primaryPort() {
        return cluster.primary().address().getPort();
    }

    private static ProbeTarget closed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return target(socket.getLocalPort());
        }
    }

    private static ProbeTarget target(int port) {
        return ProbeTarget.of("127.0.0.1", port, "postgres", "app");
    }

    /// Refuses TLS, asks for the password as it is, and keeps all that it hears.
    private static void answerAsCleartextServer(ServerSocket listener, CompletableFuture<String> words) {
        var heard = new StringBuilder();
        try (var caller = listener.accept()) {
            caller.setSoTimeout(2000);
            var in = caller.getInputStream();
            var out = caller.getOutputStream();
            var bytes = new byte[1024];
            heard.append(new String(bytes, 0, in.read(bytes), StandardCharsets.ISO_8859_1));
            out.write('N');
            heard.append(new String(bytes, 0, in.read(bytes), StandardCharsets.ISO_8859_1));
            out.write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                heard.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException ended) {
            // Then all is heard.
        }
        words.complete(heard.toString());
    }
}
