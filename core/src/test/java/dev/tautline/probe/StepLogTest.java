package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.probe.StepResult.Failed;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Who ended the connection decides what its end says.
class StepLogTest {
    private static final Duration STEP = Duration.ofMillis(400);

    @Test
    void aConnectionThatWeClosedAtTheStepsDeadlineGotNoAnswer() {
        assertThat(kindAfter(Duration.ofMillis(20), Duration.ofMillis(20))).isEqualTo(FailureKind.LOG_IN_UNANSWERED);
    }

    @Test
    void oneThatWeClosedLongBeforeLackedTime() {
        assertThat(kindAfter(Duration.ofMillis(20), STEP)).isEqualTo(FailureKind.DEADLINE_TOO_SHORT);
    }

    @Test
    void oneThatEndedBeforeTheDeadlineWasLost() {
        assertThat(kindAfter(Duration.ofSeconds(30), STEP)).isEqualTo(FailureKind.CONNECTION_LOST);
    }

    private static FailureKind kindAfter(Duration total, Duration step) {
        var log = new StepLog(Deadline.after(total), StepTimeouts.each(step), StepListener.NONE);
        var target = ProbeTarget.of("db.example", 5432, "shop", "guard");
        assertThatThrownBy(() -> log.ask(Step.SESSION, () -> new Diagnoser(target, "192.0.2.1", true), deadline -> {
                    if (total.compareTo(STEP) < 0) {
                        Thread.sleep(deadline.remaining().plusMillis(1));
                    }
                    throw DriverErrors.failed(new SQLException("This connection has been closed.", "08003"));
                }))
                .isInstanceOf(StepLog.Stopped.class);
        return log.complete().stream()
                .filter(Failed.class::isInstance)
                .map(failed -> ((Failed) failed).failure().kind())
                .findFirst()
                .orElseThrow();
    }
}
