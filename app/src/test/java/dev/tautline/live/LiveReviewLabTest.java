package dev.tautline.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.check.live.LiveReview;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Finding;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.link.live.LiveServer;
import dev.tautline.link.live.LiveServerReader;
import dev.tautline.link.live.Withheld;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a running server tells of itself, and the catalogue asked about it. Every test leaves the cluster as it found
/// it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveReviewLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "Anchor&chain?9";

    private Cluster cluster;
    private Node primary;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .standbys(1)
                .setting("max_connections", 25)
                .setting("fsync", false)
                .start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        primary.execute("CREATE ROLE guard LOGIN PASSWORD '" + PASSWORD + "' IN ROLE pg_monitor");
        primary.execute("GRANT SELECT ON pg_hba_file_rules TO guard");
        primary.execute("GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO guard");
        cluster.awaitStreaming(PATIENCE);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void readsSettingsRulesAndStandbysWithTheirPlaces() throws SQLException {
        var live = ask("guard");

        assertThat(live.withheld()).isEmpty();
        assertThat(live.server().get(PostgresKeys.MAX_CONNECTIONS))
                .isInstanceOfSatisfying(Setting.Known.class, known -> {
                    assertThat(known.value()).isEqualTo(25);
                    assertThat(known.origin()).isInstanceOf(Origin.Live.class);
                    assertThat(known.origin().toString()).startsWith("max_connections on " + address());
                });
        assertThat(live.server().hba().orElseThrow().lines()).isNotEmpty();
        assertThat(live.server().members()).containsExactly("127.0.0.1");
    }

    @Test
    void namesWhatARoleWithoutPrivilegesMayNotSeeAndTheGrantForIt() throws SQLException {
        var live = ask("app");

        assertThat(live.withheld())
                .extracting(Withheld::grant)
                .containsExactly(
                        "GRANT pg_read_all_settings TO app",
                        "GRANT SELECT ON pg_hba_file_rules TO app;"
                                + " GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO app",
                        "GRANT pg_read_all_stats TO app");
        assertThat(live.server().get(PostgresKeys.DATA_DIRECTORY)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void theGrantsThatItNamesShowEverything() throws SQLException {
        primary.execute("CREATE ROLE new_guard LOGIN PASSWORD '" + PASSWORD + "'");
        try {
            for (var withheld : ask("new_guard").withheld()) {
                primary.execute(withheld.grant());
            }
            assertThat(ask("new_guard").withheld()).isEmpty();
        } finally {
            primary.execute("DROP OWNED BY new_guard");
            primary.execute("DROP ROLE new_guard");
        }
    }

    @Test
    void judgesPoolsInFilesAgainstTheServerThatRuns(@TempDir Path folder) throws IOException, SQLException {
        Files.writeString(folder.resolve("application.yml"), """
                spring:
                  application.name: orders
                  datasource:
                    url: jdbc:postgresql://%s/postgres
                    hikari.maximum-pool-size: 40
                """.formatted(address()));
        var files = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());

        var review = LiveReview.of(new Check(Rules.all()), files.link(), List.of(ask("guard")));

        var tooMany = finding(review, "pool-sum-exceeds-max-connections");
        assertThat(tooMany.read())
                .anySatisfy(evidence -> assertThat(evidence.origin().toString()).contains("max_connections on"));
    }

    @Test
    void judgesPoolsAgainstTheLimitOfTheirRole(@TempDir Path folder) throws IOException, SQLException {
        Files.writeString(folder.resolve("application.yml"), """
                spring:
                  application.name: orders
                  datasource:
                    url: jdbc:postgresql://%s/postgres
                    username: app
                    hikari.maximum-pool-size: 15
                """.formatted(address()));
        var files = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        primary.execute("ALTER ROLE app CONNECTION LIMIT 10");
        try {
            var review = LiveReview.of(new Check(Rules.all()), files.link(), List.of(ask("guard")));
            assertThat(finding(review, "role-limit-below-pools").read())
                    .anySatisfy(evidence ->
                            assertThat(evidence.origin()).hasToString("the limit of app in pg_roles on " + address()));
        } finally {
            primary.execute("ALTER ROLE app CONNECTION LIMIT -1");
        }
    }

    @Test
    void givesTheStatementThatMendsASetting() throws SQLException {
        var review = LiveReview.of(
                new Check(Rules.all()),
                new ConfigurationReader(Map.of(), Optional.empty())
                        .read(List.of(), List.of(primary.jdbcUrl("postgres")))
                        .link(),
                List.of(ask("guard")));

        assertThat(finding(review, "fsync-off").edit().toString())
                .isEqualTo("ALTER SYSTEM SET fsync = 'on'; SELECT pg_reload_conf()");
    }

    @Test
    void tellsOfAChangeThatWaitsForARestart() throws SQLException {
        primary.execute("ALTER SYSTEM SET max_connections = 60");
        primary.reload();
        try {
            awaitQuery("SELECT count(*) FROM pg_settings WHERE pending_restart AND name = 'max_connections'", "1");
            assertThat(ask("app").awaitingRestart()).containsExactly("max_connections");
        } finally {
            primary.execute("ALTER SYSTEM RESET max_connections");
            primary.reload();
        }
    }

    @Test
    void tellsOfALineThatTheNextStartWillNotTake() throws IOException, SQLException {
        var file = Path.of(primary.query("SHOW hba_file").getFirst());
        var before = Files.readString(file);
        Files.writeString(file, "host all all 10.0.0.300/8 scram-sha-256\n", StandardOpenOption.APPEND);
        try {
            var live = ask("guard");
            assertThat(live.problems())
                    .extracting(Problem::toString)
                    .singleElement()
                    .asString()
                    .startsWith("pg_hba.conf:" + (before.lines().count() + 1) + " on " + address());
            assertThat(live.server().hba()).isEmpty();
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void readsAStandbyToo() throws SQLException {
        var standby = cluster.standbys().getFirst();
        try (var connection = DriverManager.getConnection(standby.jdbcUrl("postgres"), "guard", PASSWORD)) {
            var live = new LiveServerReader(connection, hostPort(standby)).read();
            assertThat(live.server().members()).isEmpty();
            assertThat(live.server().get(PostgresKeys.HOT_STANDBY)).isInstanceOf(Setting.Known.class);
        }
    }

    private LiveServer ask(String role) throws SQLException {
        try (var connection = DriverManager.getConnection(primary.jdbcUrl("postgres"), role, PASSWORD)) {
            return new LiveServerReader(connection, hostPort(primary)).read();
        }
    }

    private static Finding finding(LiveReview review, String rule) {
        return review.report().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " not among "
                        + review.report().findings().stream().map(Finding::rule).toList()));
    }

    private String address() {
        return hostPort(primary).toString();
    }

    private static HostPort hostPort(Node node) {
        return new HostPort(node.address().getHostString(), node.address().getPort(), new Origin.Given("command line"));
    }

    private void awaitQuery(String query, String expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!primary.query(query).equals(List.of(expected))) {
            assertThat(System.nanoTime()).as(query).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
