package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.failing;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.PoolDetails;
import dev.tautline.diagnosis.RouteDetails;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Scenes;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerWal;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server has run out of, as it says itself, against the whole catalogue.
class RanOutTest {
    private static final ServerView SOUND = server("db-1", 0.3, sessions(0, 0));

    @ParameterizedTest
    @CsvSource({
        "53100, disk-full",
        "53200, server-out-of-memory",
        "53400, temporary-file-limit-reached",
        "58030, storage-errors",
        "XX001, storage-errors"
    })
    void namesWhatIsLackingByTheSqlStateOfFailedCallsWhileReadersGoOn(String sqlState, String cause) {
        var found = Diagnosed.of(calling(sqlState, 9, SOUND));

        assertThat(found.named()).isEqualTo(cause + " on db-1");
        assertThat(found.strength()).isEqualTo(Strength.CERTAIN);
        assertThat(found.evidence()).anyMatch(line -> line.contains("9 calls failed with ") && line.contains(sqlState));
        assertThat(Diagnosed.of(calling("23505", 9, SOUND)).ruledOut()).contains(cause);
    }

    @Test
    void oneCallAloneMayHaveAskedForTooMuch() {
        assertThat(Diagnosed.of(calling("53400", 1, SOUND)).strength()).isEqualTo(Strength.LIKELY);

        var lowered =
                new Change(NOW.minusSeconds(20), Change.Kind.SERVER_SETTING, "db-1", "temp_file_limit", "-1", "64");
        var found = Diagnosed.of(calling("53400", 1, SOUND), lowered);
        assertThat(found.named()).isEqualTo("temporary-file-limit-reached on db-1");
        assertThat(found.strength()).isEqualTo(Strength.CERTAIN);
    }

    @Test
    void saysThatNobodyTellsWhereNoAgentDoes() {
        var unwatched = Diagnosed.of(scene(List.of(), List.of(passing("db-1")), List.of(SOUND)));

        assertThat(unwatched.open()).contains("disk-full", "server-out-of-memory", "temporary-file-limit-reached");
        assertThat(unwatched.ruledOut()).doesNotContain("disk-full");
    }

    @Test
    void namesAFullDiskThatNewConnectionsMeet() {
        var refused = failing("db-1", Step.SESSION, FailureKind.SERVER_DISK_FULL, null);
        var told = new ConnectFailure("db-1:5432", "session", "53100", "could not extend file", 3, NOW, NOW);

        assertThat(Diagnosed.of(scene(List.of(), List.of(refused), List.of())).named())
                .isEqualTo("disk-full on db-1");
        assertThat(Diagnosed.of(scene(List.of(instance("shop-1", Scenes.starved(told))), List.of(), List.of()))
                        .named())
                .isEqualTo("disk-full on db-1");
    }

    @Test
    void saysWhatFillsTheDisk() {
        var slot = SOUND.but()
                .replication(new ServerReplication(
                        false,
                        "",
                        List.of(),
                        List.of(new Slot("cdc", false, "extended", 9L << 30, 2e6, null)),
                        List.of(),
                        null))
                .build();
        var archive =
                SOUND.but().wal(new ServerWal(null, true, 40, "0001", 900.0)).build();

        assertThat(Diagnosed.of(calling("53100", 9, slot)).evidence())
                .anyMatch(line -> line.contains("replication slot cdc keeps 9"));
        assertThat(Diagnosed.of(calling("53100", 9, archive)).evidence())
                .anyMatch(line -> line.contains("40 failed attempts to archive"));
        assertThat(Diagnosed.of(calling("53100", 9, SOUND)).evidence())
                .anyMatch(line -> line.contains("who only reads goes on"));
    }

    @Test
    void aServerThatEndedOfItIsNotMerelyDown() {
        var gone = Scenes.failingWhereItAnswered(
                "db-1", Step.CONNECT, FailureKind.CONNECTION_REFUSED, Duration.ofSeconds(5));

        assertThat(Diagnosed.of(remembering(20, gone)).named()).isEqualTo("disk-full on db-1");
        assertThat(Diagnosed.of(remembering(182, gone)).named()).isEqualTo("server-down on db-1");
        assertThat(Diagnosed.of(remembering(182, goneFor(gone, 170))).named()).isEqualTo("disk-full on db-1");
        assertThat(Diagnosed.of(remembering(20, passing("db-1"))).ruledOut()).contains("disk-full");
    }

    private static Scene calling(String sqlState, int calls, ServerView server) {
        var details = new PoolDetails(null, null, null, 0, Map.of(sqlState, calls));
        return scene(List.of(instance("shop-1", pool().with(details))), List.of(passing("db-1")), List.of(server));
    }

    private static RouteView goneFor(RouteView route, long seconds) {
        return route.with(new RouteDetails(NOW.minusSeconds(seconds), null, false, null, null, null, List.of()));
    }

    private static Scene remembering(double secondsAgo, RouteView route) {
        var details = new PoolDetails(null, null, null, 0, Map.of(), Map.of("53100", secondsAgo), 0);
        return scene(List.of(instance("shop-1", Scenes.pool().with(details))), List.of(route), List.of());
    }
}
