package dev.tautline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A healthy ladder on a real server, and the command. What fails is in `dev.tautline.provocation`.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProbeLabTest {
    private static final int SLOTS = 12;
    private static final int RESERVED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "Anchor&chain?9";

    @TempDir
    private Path folder;

    private Cluster cluster;
    private Node primary;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", SLOTS)
                .setting("superuser_reserved_connections", RESERVED)
                .setting("max_wal_senders", 2)
                .start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE DATABASE shop");
        cluster.awaitReplay(PATIENCE);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void passesEveryStepOnAHealthyPrimary() {
        var result = climb(target().expecting(Expectation.PRIMARY));

        assertThat(result.failure()).isEmpty();
        assertThat(requireNonNull(result.server()).version()).startsWith("18.");
        assertThat(requireNonNull(result.server()).clockSkew().abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(requireNonNull(result.role()).inRecovery()).isFalse();
        assertThat(requireNonNull(result.role()).timeline()).isEqualTo(1);
        assertThat(requireNonNull(result.role()).systemIdentifier()).isNotNull();
        assertThat(requireNonNull(result.capacity()).maximum()).isEqualTo(SLOTS);
        assertThat(requireNonNull(result.capacity()).reserved()).isEqualTo(RESERVED);
    }

    @Test
    void takesOneConnectionAndGivesItBack() {
        var sessions = "SELECT sessions FROM pg_stat_database WHERE datname = 'shop'";
        climb(target());
        awaitQuery("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'taut'", "0");
        long before = Long.parseLong(primary.query(sessions).getFirst());
        climb(target());
        awaitQuery(sessions, Long.toString(before + 1));
    }

    @Test
    void commandReportsEveryHostAndKeepsThePasswordToItself() {
        var standby = cluster.standbys().getFirst().address().getPort();
        var url = "postgresql://app:" + URLEncoder.encode(PASSWORD, UTF_8) + "@127.0.0.1:"
                + primary.address().getPort() + ",127.0.0.1:" + standby + "/shop?target_session_attrs=read-write";

        var both = CommandRun.of("probe", url);
        assertThat(both.code()).as(both.out()).isEqualTo(ExitCode.CLEAN);
        assertThat(both.out()).contains("primary, writable", "standby, read-only", "scram");
        assertThat(both.err()).contains("warning: a password on the command line");

        var strict = CommandRun.of("probe", url, "--expect", "primary", "--format", "json");
        assertThat(strict.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(JsonMapper.shared().readTree(strict.out()).findValuesAsString("kind"))
                .containsExactly("standby-where-primary-expected");
        assertThat(both.out() + both.err() + strict.out() + strict.err()).doesNotContain(PASSWORD, "Anchor");
    }

    /// By a role that may see all, and by one that may not.
    @Test
    void judgesTheSettingsOfTheServerAndSaysWhatItMayNotSee() throws IOException {
        primary.execute("ALTER SYSTEM SET full_page_writes = off");
        primary.reload();
        awaitQuery("SHOW full_page_writes", "off");
        try {
            var superuser = cluster.superuser();
            var found = JsonMapper.shared()
                    .readTree(probed(superuser.user(), superuser.password().reveal()));
            assertThat(found.get("findings").findValuesAsString("rule")).contains("full-page-writes-off");
            assertThat(found.get("findings").findValuesAsString("edit"))
                    .anyMatch(edit -> edit.contains("ALTER SYSTEM SET full_page_writes"));
            assertThat(found.get("withheld")).isEmpty();

            var restricted = probed("app", PASSWORD);
            assertThat(JsonMapper.shared().readTree(restricted).get("withheld").findValuesAsString("grant"))
                    .contains("GRANT pg_read_all_settings TO app", "GRANT pg_read_all_stats TO app");
            assertThat(ReportSchema.probe().errors(restricted)).isEmpty();
            assertThat(JsonMapper.shared()
                            .readTree(probed("app", PASSWORD, "--no-rules"))
                            .get("withheld"))
                    .isEmpty();
        } finally {
            primary.execute("ALTER SYSTEM RESET full_page_writes");
            primary.reload();
        }
    }

    @Test
    void writesWhenAskedAndMeasuresIt() throws IOException {
        var written = probed("app", PASSWORD, "--write");

        assertThat(ReportSchema.probe().errors(written)).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(written)
                        .at("/results/0/writing/commitMicros")
                        .asLong())
                .isPositive();
    }

    private String probed(String user, String password, String... more) throws IOException {
        var file = Files.writeString(folder.resolve(user), password + "\n");
        var arguments = new ArrayList<>(List.of(more));
        var port = primary.address().getPort();
        arguments.addFirst("probe");
        arguments.addAll(List.of("jdbc:postgresql://127.0.0.1:" + port + "/shop?user=" + user));
        arguments.addAll(List.of("--password-file", file.toString(), "--format", "json"));
        var run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CLEAN);
        return run.out();
    }

    private static LadderResult climb(ProbeTarget target) {
        var here = InetAddress.ofLiteral("127.0.0.1");
        var timeouts = StepTimeouts.each(StepTimeouts.DEFAULT);
        return new Ladder(Clock.systemUTC(), timeouts, host -> new InetAddress[] {here})
                .climb(target, Deadline.after(PATIENCE));
    }

    private ProbeTarget target() {
        return ProbeTarget.of("127.0.0.1", primary.address().getPort(), "shop", "app")
                .withPassword(Secret.of(PASSWORD));
    }

    private void awaitQuery(String query, String expected) {
        var deadline = Deadline.after(PATIENCE);
        while (!primary.query(query).equals(List.of(expected))) {
            assertThat(deadline.passed()).as("%s is %s", query, expected).isFalse();
        }
    }
}
