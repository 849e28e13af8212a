package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.Scenes.NOW;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.ServerFailures;
import dev.tautline.diagnosis.ServerFailures.Failed;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guard watches a server, and nobody that uses it tells how it fares.
class WithoutAgentsTest {
    private static final Scene FAILING = scene(List.of(), List.of(passing("db-1")), List.of(rolling(60, 0.2)));

    @Test
    void manyMoreRollbacksThanUsualSendPeopleToTheLogs() {
        var diagnosed = Diagnosed.of(FAILING);

        assertThat(diagnosed.named()).isEqualTo("transactions-rolled-back on db-1");
        assertThat(diagnosed.strength()).isEqualTo(Strength.LIKELY);
        assertThat(diagnosed.evidence()).singleElement().asString().contains("60 of 460 transactions rolled back");
    }

    @Test
    void itsUsualRollbacksOrMoreTrafficAreNoSymptom() {
        assertThat(symptoms(rolling(2, 0.2)).none()).isTrue();
        var traffic = counting(100, new Reading("share", 0.05, 0.04, Unit.SHARE));
        assertThat(symptoms(traffic).none())
                .as("ten times as many of everything")
                .isTrue();
    }

    @Test
    void whereAnAgentTellsHowCallsEndTheirNumberIsNoSymptom() {
        var shop = instance("shop-1", pool());

        assertThat(Symptoms.in(scene(List.of(shop), List.of(passing("db-1")), List.of(rolling(60, 0.2))))
                        .none())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LIMIT  | settings of role app            | work_mem=4MB       | statement_timeout=9ms | statement-time-limit
        LIMIT  | settings of role app            | work_mem=4MB       | search_path=nowhere   | object-missing
        SCHEMA | column email of public.orders   | text               |                       | object-missing
        SCHEMA | privileges on public.orders     | {app=arw/owner}    | {app=r/owner}         | privilege-missing
        SCHEMA | row security of public.orders   |                    | on                    | privilege-missing
        SCHEMA | constraint paid on public.orders |                   | CHECK (paid)          | rows-refused
        SCHEMA | trigger seen on public.orders   |                    | CREATE TRIGGER …      | function-raises
        SCHEMA | column note of public.orders    |                    | text                  | cached-plan-outdated
        """)
    void whatWasChangedJustBeforeSaysWhy(Change.Kind kind, String what, String before, String after, String cause) {
        var change = new Change(NOW.minusSeconds(5), kind, "db-1", what, before, after);
        var diagnosed = Diagnosed.of(FAILING, change);

        assertThat(diagnosed.fitting()).contains(cause);
        assertThat(diagnosed.evidence()).contains(change.dated());
        assertThat(Diagnosed.of(scene(List.of(), List.of(passing("db-1")), List.of(rolling(2, 0.2))), change)
                        .fitting())
                .doesNotContain(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "42501, privilege-missing, CERTAIN",
        "42P01, object-missing, CERTAIN",
        "57014, statement-time-limit, LIKELY",
        "23505, keys-given-twice, LIKELY"
    })
    void theServersLogTellsWithWhichWords(String state, String cause, Strength strength) {
        var diagnosed = Diagnosed.of(logging(new Failed(state, "shop", "orders", 40), new Failed("other", "", "", 9)));

        assertThat(diagnosed.named()).isEqualTo(cause + " on db-1");
        assertThat(diagnosed.strength()).isEqualTo(strength);
        assertThat(diagnosed.evidence())
                .contains("db-1's log: statements failed in 10 s: 40 with " + state + " of role shop in orders");
        assertThat(Diagnosed.of(logging(new Failed("22012", "", "", 40))).ruledOut())
                .contains(cause);
        assertThat(Diagnosed.of(logging(new Failed("22012", "", "", 40), new Failed(state, "", "", 9)))
                        .open())
                .contains(cause);
    }

    /// It is put back, and the rollbacks of before still count.
    @Test
    void whatWasPutBackExplainsNothing() {
        var away = new Change(
                NOW.minusSeconds(9), Change.Kind.LIMIT, "db-1", "settings of role app", "", "statement_timeout=9ms");
        var back = new Change(
                NOW.minusSeconds(2), Change.Kind.LIMIT, "db-1", "settings of role app", "statement_timeout=9ms", "");

        assertThat(Diagnosed.of(FAILING, away, back).named()).isEqualTo("transactions-rolled-back on db-1");
    }

    @Test
    void aMuchLongerWayIsASymptom() {
        var far = scene(List.of(), List.of(passing("db-1", 60)), List.of(rolling(2, 0.2)));
        var near = scene(List.of(), List.of(passing("db-1", 5)), List.of(rolling(2, 0.2)));

        assertThat(Diagnosed.of(far).named()).isEqualTo("network-latency on db-1");
        assertThat(Symptoms.in(far).on("db-1")).isTrue();
        assertThat(Symptoms.in(near).none()).isTrue();
    }

    private static Scene logging(Failed... failed) {
        var server = rolling(60, 0.2)
                .but()
                .failures(new ServerFailures(10, List.of(failed)))
                .build();
        return scene(List.of(), List.of(passing("db-1")), List.of(server));
    }

    private static Symptoms symptoms(ServerView server) {
        return Symptoms.in(scene(List.of(), List.of(passing("db-1")), List.of(server)));
    }

    /// @param count in ten seconds, of four hundred more
    private static ServerView rolling(long count, double usualPerSecond) {
        return counting(count, new Reading("share", count / (count + 400.0), usualPerSecond / 40, Unit.SHARE));
    }

    private static ServerView counting(long count, Reading share) {
        var rate = new Reading("rollbacks", count / 10.0, 0.2, Unit.PER_SECOND);
        return server("db-1", 0.3, sessions(0, 0))
                .but()
                .counters(new ServerCounters(10, 0, 0, 0, 400, count, null, null, rate, share))
                .build();
    }
}
