package dev.tautline.diagnosis;

import static dev.tautline.diagnosis.PathScenes.failing;
import static dev.tautline.diagnosis.PathScenes.lookedUpIn;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.millis;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.ServerActivity.Waits;
import dev.tautline.diagnosis.ServerView.Blocker;
import dev.tautline.diagnosis.Symptom.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymptomsTest {
    /// A few pages that are slow in health hide what the others became.
    @Test
    void seesRequestsThatAreSlowOnTheAverage() {
        assertThat(kinds(taking(1100, 550, 550, 60))).containsExactly(Kind.REQUESTS_SLOW);
        assertThat(kinds(taking(560, 550, 550, 60))).as("one late answer").isEmpty();
        assertThat(kinds(taking(1100, 550, 100, 60))).isEmpty();
    }

    private static InstanceView taking(double p95, double usualP95, double mean, double usualMean) {
        var of = instance("shop-1", pool());
        var requests = of.requests();
        return new InstanceView(
                of.service(),
                of.name(),
                of.startedAt(),
                0,
                of.pools(),
                new RequestView(
                        80,
                        0,
                        0,
                        requests.perSecond(),
                        millis("requests p95", p95, usualP95),
                        millis("requests take", mean, usualMean),
                        requests.waiting(),
                        requests.holding(),
                        requests.own()),
                null);
    }

    @Test
    void seesNamesThatAreLookedUpSlowly() {
        assertThat(kinds(scene(List.of(), List.of(lookedUpIn(passing("db-1"), 3000)), List.of())))
                .containsExactly(Kind.CANARY_SLOW);
        assertThat(kinds(scene(List.of(), List.of(lookedUpIn(passing("db-1"), 300)), List.of())))
                .isEmpty();
    }

    /// A person at lunch, and one buyer who waits for the row.
    @Test
    void seesWhoWaitsForSomebodyThatDoesNothing() {
        assertThat(kinds(blockedBy("idle in transaction", 8, 4))).containsExactly(Kind.SERVER_BLOCKED);
        assertThat(kinds(blockedBy("idle in transaction", 1, 4))).isEmpty();
        assertThat(kinds(blockedBy("idle in transaction", 8, 2))).isEmpty();
        assertThat(kinds(blockedBy("active", 8, 4))).isEmpty();
    }

    private static Scene blockedBy(String state, double seconds, int waiting) {
        var server = server("db-1", 0.3, new ServerView.Sessions(4, 240, 40, waiting, 0, 196));
        var blocker = new Blocker(42, "psql", state, seconds, "update", 1, "tuple of orders (ExclusiveLock)");
        return scene(List.of(), List.of(), List.of(with(server, Waits.NONE, blocker)));
    }

    /// Workers serve no requests that could fail.
    @ParameterizedTest
    @CsvSource({"42501, true", "2200H, true", "0A000, true", "23505, false"})
    void seesCallsThatTheServerRefusesWhateverTheyAskFor(String state, boolean seen) {
        var kinds = kinds(instance("worker", failing(pool(), state, 3)));

        assertThat(kinds.contains(Kind.STATEMENTS_FAILING)).isEqualTo(seen);
    }

    private static List<Kind> kinds(InstanceView instance) {
        return kinds(scene(List.of(instance), List.of(), List.of()));
    }

    private static List<Kind> kinds(Scene scene) {
        return Symptoms.in(scene).all().stream().map(Symptom::kind).toList();
    }
}
