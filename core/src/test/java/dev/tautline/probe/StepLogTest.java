package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Encryption.Offer;
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

    /// Most of the ladder's time went by in an earlier step that was answered: what is slow all the way is not silent
    /// at
    /// its end.
    @Test
    void oneThatGotLessThanWhatCameBeforeLackedTime() throws StepLog.Stopped {
        var total = STEP.multipliedBy(3).dividedBy(2);
        var log = new StepLog(Deadline.after(total), StepTimeouts.each(STEP), StepListener.NONE);
        log.ask(Step.TLS, StepLogTest::diagnoser, deadline -> {
            Thread.sleep(STEP.multipliedBy(5).dividedBy(8));
            return Encryption.none(Offer.NOT_OFFERED, "slow");
        });

        assertThat(kindAfter(total, log)).isEqualTo(FailureKind.DEADLINE_TOO_SHORT);
    }

    private static FailureKind kindAfter(Duration total, Duration step) {
        return kindAfter(total, new StepLog(Deadline.after(total), StepTimeouts.each(step), StepListener.NONE));
    }

    private static FailureKind kindAfter(Duration total, StepLog log) {
        assertThatThrownBy(() -> log.ask(Step.SESSION, StepLogTest::diagnoser, deadline -> {
                    if (total.compareTo(STEP.multipliedBy(2)) < 0) {
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

    private static Diagnoser diagnoser() {
        return new Diagnoser(ProbeTarget.of("db.example", 5432, "shop", "guard"), "192.0.2.1", true);
    }
}
