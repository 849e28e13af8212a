package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.diagnosis.PathScenes.failingRequests;
import static dev.tautline.diagnosis.Scenes.failingAfter;
import static dev.tautline.diagnosis.Scenes.instance;
import static dev.tautline.diagnosis.Scenes.passing;
import static dev.tautline.diagnosis.Scenes.pool;
import static dev.tautline.diagnosis.Scenes.scene;
import static dev.tautline.diagnosis.Scenes.server;
import static dev.tautline.diagnosis.Scenes.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What slows things down, beside requests that fail.
class OfSlownessTest {
    /// Fits whatever is seen.
    private record Slows(Strength strength) implements Hypothesis {
        @Override
        public Cause cause() {
            return new Cause("slows", "Slows", Owner.DATABASE);
        }

        @Override
        public Judgement judge(Scene scene, Symptoms symptoms) {
            return new Supported(
                    cause(), "db-1", strength, "something takes long", List.of("it does"), "Mend it.", null);
        }
    }

    @Test
    void explainsNothingWhereAllThatIsSeenFailsAtOnce() {
        assertThat(judge(Strength.LIKELY, failingRequests(instance("shop-1", pool()), 0.5)))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        open -> assertThat(open.why()).contains("something takes long; but what is seen fails"));
    }

    @Test
    void standsWhereRequestsAreSlowAsWellOrNothingIsSeenYetOrItIsProven() {
        assertThat(judge(Strength.LIKELY, failingRequests(instance("shop-1", pool(), 20, 0.1, 2400), 0.5)))
                .isInstanceOf(Supported.class);
        assertThat(judge(Strength.LIKELY, instance("shop-1", pool()))).isInstanceOf(Supported.class);
        assertThat(judge(Strength.CERTAIN, failingRequests(instance("shop-1", pool()), 0.5)))
                .isInstanceOf(Supported.class);
    }

    @Test
    void explainsACanaryThatRunsOutOfTimeAndNoneThatIsCutAtOnce() {
        assertThat(judge(Strength.LIKELY, instance("shop-1", pool()), reset(Duration.ofMillis(3))))
                .isInstanceOf(Unknown.class);
        assertThat(judge(Strength.LIKELY, instance("shop-1", pool()), reset(Duration.ofMillis(800))))
                .isInstanceOf(Supported.class);
    }

    private static RouteView reset(Duration after) {
        return failingAfter(after, "db-1", Step.AUTHENTICATE, FailureKind.RESET_AFTER_ACCEPT);
    }

    private static Judgement judge(Strength strength, InstanceView shop) {
        return judge(strength, shop, passing("db-1"));
    }

    private static Judgement judge(Strength strength, InstanceView shop, RouteView route) {
        var scene = scene(List.of(shop), List.of(route), List.of(server("db-1", 0.3, sessions(0, 0))));
        return new OfSlowness(new Slows(strength)).judge(scene, Symptoms.in(scene));
    }
}
