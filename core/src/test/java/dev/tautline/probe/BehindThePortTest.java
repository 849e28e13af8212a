package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.FakeServer.Behaviour;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What accepts the connection and is not, or not quite, a PostgreSQL server that lets us in.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class BehindThePortTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @ParameterizedTest
    @EnumSource(names = {"DISABLE", "PREFER", "VERIFY_FULL"})
    void tellsSilenceAfterAcceptFromNoAnswer(SslMode mode) throws IOException {
        assertThat(climb(mode, FakeServer::silence).kind()).isEqualTo(FailureKind.ACCEPTED_THEN_SILENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLE", "PREFER"})
    void tellsAResetFromAClose(SslMode mode) throws IOException {
        assertThat(climb(mode, BehindThePortTest::reset).kind()).isEqualTo(FailureKind.RESET_AFTER_ACCEPT);
        assertThat(climb(mode, Socket::close).kind()).isEqualTo(FailureKind.CLOSED_AFTER_ACCEPT);
    }

    @Test
    void recognisesAnHttpServerThatWaitsForTheEndOfALine() throws IOException {
        var failure = climb(SslMode.PREFER, caller -> {
            var in = new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1);
            new BufferedReader(in).readLine();
            FakeServer.send(caller, "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP_AT_PORT);
        assertThat(failure.words()).contains("HTTP/1.1 400");
    }

    @Test
    void recognisesSshAlthoughItsBannerBeginsLikeAYesToTls() throws IOException {
        var failure = climb(SslMode.PREFER, FakeServer.saying("SSH-2.0-OpenSSH_9.2\r\n"));

        assertThat(failure.kind()).isEqualTo(FailureKind.SSH_AT_PORT);
    }

    @Test
    void recognisesMySqlWhateverTheLengthOfItsGreeting() throws IOException {
        for (char length : "JSNE".toCharArray()) {
            var failure = climb(SslMode.PREFER, FakeServer.saying(length + "\0\0\0\n8.4.0\0more"));

            assertThat(failure.kind()).isEqualTo(FailureKind.MYSQL_AT_PORT);
        }
    }

    @Test
    void recognisesATlsOnlyListener() throws IOException {
        var failure = climb(SslMode.PREFER, FakeServer.saying("\u0015\u0003\u0001\0\u0002\u0002\n"));

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS_ONLY_AT_PORT);
    }

    @Test
    void showsGarbageWithoutItsControlCharacters() throws IOException {
        var failure = climb(SslMode.PREFER, FakeServer.saying("\u001b[2Jhello"));

        assertThat(failure.kind()).isEqualTo(FailureKind.OTHER_PROTOCOL_AT_PORT);
        assertThat(failure.words()).contains("[2Jhello").doesNotContain("\u001b");
    }

    @Test
    void breaksOffAtTheDeadlineWhenThePeerSendsAByteNowAndThen() throws IOException {
        var result = result(SslMode.PREFER, caller -> {
            FakeServer.answerTlsRequestAndStartup(caller);
            FakeServer.send(caller, new byte[] {'R', 0, 0, 0x10, 0});
            while (true) {
                FakeServer.send(caller, new byte[] {1});
                Thread.sleep(SHORT.toMillis() / 4);
            }
        });

        assertThat(failure(result).kind()).isEqualTo(FailureKind.STEP_TIMED_OUT);
        assertThat(failure(result).words()).contains("began and did not end in time");
        assertThat(result.failure().orElseThrow().step()).isEqualTo(Step.AUTHENTICATE);
    }

    @Test
    void refusesToGoOnInTheClearWhereTlsIsDemanded() throws IOException {
        var failure = climb(SslMode.REQUIRE, caller -> {
            caller.getInputStream().readNBytes(8);
            FakeServer.send(caller, new byte[] {'N'});
            FakeServer.silence(caller);
        });

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS_NOT_OFFERED);
        assertThat(failure.cause()).contains("sslmode=require");
    }

    @Test
    void readsWhatAPostmasterSaysThatCannotStartAProcess() throws IOException {
        var failure = climb(SslMode.PREFER, FakeServer.saying("Ecould not fork new process for connection\n\0"));

        assertThat(failure.kind()).isEqualTo(FailureKind.SERVER_CANNOT_FORK);
        assertThat(failure.words()).contains("could not fork");
    }

    @Test
    void keepsThePasswordOutOfTheServersWords() throws IOException {
        var failure =
                climb(SslMode.PREFER, FakeServer.refusing(Map.of('S', "FATAL", 'C', "28P01", 'M', "bad one: sesame")));

        assertThat(failure.words()).contains("bad one").doesNotContain("sesame");
    }

    /// Whoever answers could move a terminal's cursor, or forge a line of the report.
    @Test
    void takesOutOfForeignWordsWhatATerminalWouldObey() throws IOException {
        var failure = climb(
                SslMode.PREFER,
                FakeServer.refusing(Map.of('S', "FATAL", 'C', "28P01", 'M', "bad\u001b[2J\n  Owner nobody")));

        assertThat(failure.words()).isEqualTo("FATAL: bad·[2J   Owner nobody");
    }

    @Test
    void triesTheOtherEncryptionWhenTheFirstIsRefused() throws IOException {
        try (var server = new FakeServer(FakeServer.refusing(
                Map.of('S', "FATAL", 'C', "28000", 'M', "no entry", 'R', "ClientAuthentication")))) {
            var failure = failure(climb(SslMode.PREFER, server));

            assertThat(failure.kind()).isEqualTo(FailureKind.HBA_NO_ENTRY);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /// As the driver: what the other way met is not what keeps us out.
    @Test
    void keepsTheRefusalWhenTheOtherEncryptionLeadsNowhere() throws IOException {
        var refusal =
                FakeServer.refusing(Map.of('S', "FATAL", 'C', "28000", 'M', "no entry", 'R', "ClientAuthentication"));
        var calls = new AtomicInteger();
        try (var server = new FakeServer(caller -> {
            if (calls.getAndIncrement() == 0) {
                refusal.serve(caller);
            } else {
                FakeServer.saying("HTTP/1.1 400 Bad Request\r\n").serve(caller);
            }
        })) {
            assertThat(failure(climb(SslMode.PREFER, server)).kind()).isEqualTo(FailureKind.HBA_NO_ENTRY);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRepeatWhatAnOldErrorBeginsWith() throws IOException {
        var failure = climb(SslMode.PREFER, FakeServer.saying("EFATAL:  unsupported frontend protocol\n\0"));

        assertThat(failure.words()).isEqualTo("FATAL: unsupported frontend protocol");
    }

    @Test
    void saysThatAPasswordIsMissingWithoutAskingTheServerAgain() throws IOException {
        try (var server = new FakeServer(caller -> {
            FakeServer.answerTlsRequestAndStartup(caller);
            FakeServer.send(caller, new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
            FakeServer.silence(caller);
        })) {
            var target = ProbeTarget.of("127.0.0.1", server.port(), "shop", "app");
            var failure = failure(ladder().climb(target, Deadline.after(Duration.ofSeconds(5))));

            assertThat(failure.kind()).isEqualTo(FailureKind.PASSWORD_MISSING);
        }
    }

    private static Failure climb(SslMode mode, Behaviour behaviour) throws IOException {
        return failure(result(mode, behaviour));
    }

    private static LadderResult result(SslMode mode, Behaviour behaviour) throws IOException {
        try (var server = new FakeServer(behaviour)) {
            return climb(mode, server);
        }
    }

    private static LadderResult climb(SslMode mode, FakeServer server) {
        var target = ProbeTarget.of("127.0.0.1", server.port(), "shop", "app")
                .withPassword(Secret.of("sesame"))
                .withSslMode(mode)
                .withRootCertificate(null);
        return ladder().climb(target, Deadline.after(Duration.ofSeconds(5)));
    }

    private static Ladder ladder() {
        return new Ladder(Clock.systemUTC(), StepTimeouts.each(SHORT), Resolver.system());
    }

    private static Failure failure(LadderResult result) {
        return result.failure().orElseThrow().failure();
    }

    private static void reset(Socket caller) throws IOException {
        caller.setSoLinger(true, 0);
        caller.close();
    }
}
