package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// libpq's `hostaddr`: the address is dialled, the name, which nobody here knows, is verified.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostAddressLabTest {
    private static final String PASSWORD = "not-secret";

    private final Ladder ladder =
            new Ladder(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system());

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.builder().tls("db.invalid").start();
        cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void theLadderConnectsThereAndVerifiesTheName() {
        var result = climb(target("db.invalid"));

        assertThat(result.failure()).isEmpty();
        assertThat(result.address()).isEqualTo(here());
    }

    @Test
    void theCertificateOfAnotherNameIsRefused() {
        var failed = climb(target("other.invalid")).failure().orElseThrow().failure();

        assertThat(failed.kind()).isEqualTo(FailureKind.CERTIFICATE_NAME_MISMATCH);
        assertThat(failed.cause()).contains("other.invalid");
        assertThat(failed.next()).contains("127.0.0.1:").doesNotContain("other.invalid");
    }

    @Test
    void theDriverThatLooksIntoTheServerDoesTheSame() throws SQLException {
        try (var connection = new DriverLogin(target("db.invalid")).connect(new Properties());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getBoolean(1)).isTrue();
        }
        assertThatThrownBy(() -> new DriverLogin(target("other.invalid")).connect(new Properties()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("other.invalid");
    }

    private LadderResult climb(ProbeTarget target) {
        return ladder.climb(target, Deadline.after(Duration.ofSeconds(20)));
    }

    private ProbeTarget target(String host) {
        return ProbeTarget.of(host, cluster.primary().address().getPort(), "postgres", "app")
                .withPassword(Secret.of(PASSWORD))
                .withSslMode(SslMode.VERIFY_FULL)
                .withRootCertificate(cluster.authorityFile())
                .dialling(here());
    }

    private static InetAddress here() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
