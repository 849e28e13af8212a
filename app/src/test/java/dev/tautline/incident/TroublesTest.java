package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Owner;
import dev.tautline.incident.Troubles.Trouble;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");

    private final Troubles troubles = new Troubles();

    @Test
    void isOneIncidentFromItsFirstSignToItsEnd() {
        troubles.found(Trouble.RECEIVER_FAILING, "on-call", "it takes nothing", NOW);
        troubles.found(Trouble.RECEIVER_FAILING, "on-call", "it takes nothing still", NOW.plusSeconds(9));
        assertThat(troubles.all()).singleElement().satisfies(own -> {
            assertThat(own.state()).isEqualTo(State.OPEN);
            assertThat(own.owner()).isEqualTo(Owner.PLATFORM);
        });

        troubles.over(Trouble.RECEIVER_FAILING, "on-call", NOW.plusSeconds(60));
        assertThat(troubles.all().getFirst().resolvedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void goesOnWithWhatAnEarlierGuardFoundWrongWithItself() {
        troubles.found(Trouble.HISTORY_UNWRITABLE, "history.db", "the disk is full", NOW);
        var next = new Troubles();
        next.resume(troubles.all());
        next.found(Trouble.HISTORY_UNWRITABLE, "history.db", "the disk is full", NOW.plusSeconds(60));

        assertThat(next.all()).isEqualTo(troubles.all());
    }

    @Test
    void aLossIsToldAndThenPast() {
        troubles.found(Trouble.HISTORY_DAMAGED, "history.db", "it was damaged", NOW);
        troubles.pass(NOW.plusSeconds(60));
        assertThat(troubles.all().getFirst().open()).isTrue();

        troubles.pass(NOW.plusSeconds(601));
        assertThat(troubles.all().getFirst().open()).isFalse();
    }

    @Test
    void canBeTakenInHandLikeAnyOther() {
        troubles.found(Trouble.LANE_DEAD, "canary-db-1", "nothing comes", NOW);
        var id = troubles.all().getFirst().id();
        var desk = new IncidentDesk(DeskPolicy.DEFAULT);
        var actions = new Actions();
        var answer = actions.ask(new Action(Action.Kind.ACKNOWLEDGE, id, "Ada", ""));
        actions.apply(desk, troubles, NOW.plusSeconds(1));
        assertThat(answer).isNotDone();
        actions.written(NOW.plusSeconds(1));

        assertThat(answer).isCompletedWithValueMatching(after -> after.state() == State.ACKNOWLEDGED);
        assertThat(troubles.all().getFirst().state()).isEqualTo(State.ACKNOWLEDGED);
    }
}
