package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.failing;
import static dev.tautline.diagnosis.PathScenes.failingRequests;
import static dev.tautline.diagnosis.PathScenes.having;
import static dev.tautline.diagnosis.PathScenes.inRole;
import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.calmUntil;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static dev.tautline.diagnosis.Scenes.starved;
import static dev.tautline.diagnosis.Scenes.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Blocker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Thirty of sixty requests fail in each.
class RefusedCallsTest {
    private static final ServerView SOUND = server("db-1", 0.3, sessions(0, 0));

    @ParameterizedTest
    @CsvSource({
        "25006, sessions-read-only, CERTAIN",
        "42P01, object-missing, CERTAIN",
        "42703, object-missing, CERTAIN",
        "42501, privilege-missing, CERTAIN",
        "2200H, numbers-run-out, CERTAIN",
        "23514, rows-refused, CERTAIN",
        "42P10, object-missing, CERTAIN",
        "44000, rows-refused, CERTAIN",
        "P0001, function-raises, LIKELY",
        "38001, function-raises, LIKELY",
        "22012, values-refused, CERTAIN",
        "22001, values-refused, CERTAIN",
        "42601, statements-refused, CERTAIN",
        "55000, statements-refused, CERTAIN",
        "0A000, cached-plan-outdated, CERTAIN",
        "23505, keys-given-twice, LIKELY",
        "40001, serialization-failures, LIKELY",
        "55P03, lock-time-limit, LIKELY",
        "57014, statement-time-limit, LIKELY"
    })
    void namesWhatTheServerRefuses(String state, String cause, Strength strength) {
        var diagnosed = Diagnosed.of(refusing(state, 28, SOUND));

        assertThat(diagnosed.named()).isEqualTo(cause + " on db-1");
        assertThat(diagnosed.strength()).isEqualTo(strength);
        assertThat(Diagnosed.of(refusing(state, 4, SOUND)).open()).contains(cause);
        assertThat(Diagnosed.of(refusing("08006", 28, SOUND)).ruledOut()).contains(cause);
    }

    @Test
    void aChangeThatLeadsToItMakesItCertain() {
        var ofServer = changed(Change.Kind.SERVER_SETTING, "statement_timeout", "0", "20ms");
        var ofRole = changed(
                Change.Kind.LIMIT, "settings of role app", "work_mem=4MB", "work_mem=4MB, statement_timeout=20ms");
        var another = changed(Change.Kind.SERVER_SETTING, "work_mem", "4MB", "8MB");
        var refusing = refusing("57014", 28, SOUND);

        assertThat(Diagnosed.of(refusing, ofServer).strength()).isEqualTo(Strength.CERTAIN);
        assertThat(Diagnosed.of(refusing, ofRole).strength()).isEqualTo(Strength.CERTAIN);
        assertThat(Diagnosed.of(refusing, another).strength()).isEqualTo(Strength.LIKELY);
        assertThat(Diagnosed.of(calmUntil(1, refusing), ofServer).strength()).isEqualTo(Strength.LIKELY);
    }

    @Test
    void whoHoldsTheLocksIsABetterNameThanTheLimit() {
        var locked = with(
                server("db-1", 0.3, sessions(40, 0)),
                SOUND.activity().ours(),
                new Blocker(42, "batch", "active", 20, "update", 9, "relation orders (AccessExclusiveLock)"));

        assertThat(Diagnosed.of(refusing("55P03", 28, locked)).named()).doesNotContain("lock-time-limit");
    }

    @Test
    void aStartOfTheServerDoesNotExplainWhatItRefuses() {
        var started = changed(Change.Kind.SERVER_START, "start", "10:00", "10:44");

        assertThat(Diagnosed.of(refusing("XX001", 28, SOUND), started).named()).isEqualTo("storage-errors on db-1");
        assertThat(Diagnosed.of(refusing("57P01", 28, SOUND), started).named()).isEqualTo("server-restarted on db-1");
    }

    /// The guard's own role is not read-only.
    @Test
    void aDriverThatFindsNoPrimaryBesideOneHasSessionsThatAreReadOnly() {
        var words = "Could not find a server with specified targetServerType: primary";
        var missed = new ConnectFailure("db-1:5432,db-2:5432", "session", "08001", words, 3, NOW, NOW);
        var shop = starved(instance("shop-1", starved(missed)));
        var routes = List.of(inRole(passing("db-1"), false, false, NOW.minusSeconds(900)));
        var starving = scene(List.of(shop), routes, List.of(SOUND));
        var ofRole = changed(Change.Kind.LIMIT, "settings of role app", "", "default_transaction_read_only=on");

        assertThat(Diagnosed.of(starving).named()).isEqualTo("sessions-read-only on db-1");
        assertThat(Diagnosed.of(starving, ofRole).strength()).isEqualTo(Strength.CERTAIN);
        var partly = scene(List.of(instance("shop-1", having(pool(), List.of(), missed))), routes, List.of(SOUND));
        assertThat(Diagnosed.of(partly).open()).contains("sessions-read-only");
        assertThat(Diagnosed.of(scene(
                                List.of(shop),
                                List.of(inRole(passing("db-1"), true, true, NOW.minusSeconds(900))),
                                List.of(SOUND)))
                        .named())
                .doesNotContain("sessions-read-only");
    }

    /// A shop that takes the order down elsewhere.
    @Test
    void callsThatFailAreHarmEnoughWhereRequestsSucceed() {
        var shop = instance("shop-1", failing(pool(), "2200H", 5));
        var noted = instance("shop-1", failing(pool(), "42P01", 5));

        assertThat(Diagnosed.of(scene(List.of(shop), List.of(passing("db-1")), List.of(SOUND)))
                        .named())
                .isEqualTo("numbers-run-out on db-1");
        assertThat(Diagnosed.of(scene(List.of(noted), List.of(passing("db-1")), List.of(SOUND)))
                        .open())
                .contains("object-missing");
    }

    private static Scene refusing(String state, int calls, ServerView server) {
        var shop = failingRequests(instance("shop-1", failing(pool(), state, calls)), 0.5);
        return scene(List.of(shop), List.of(passing("db-1")), List.of(server));
    }

    private static Change changed(Change.Kind kind, String what, String before, String after) {
        return new Change(NOW.minusSeconds(9), kind, "db-1", what, before, after);
    }
}
