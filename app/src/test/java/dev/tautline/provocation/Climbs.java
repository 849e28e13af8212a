package dev.tautline.provocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Scope;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepTimeouts;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/// Climbs of the ladder on which every name leads to this machine.
final class Climbs {
    /// For what never answers: nothing else on loopback takes so long.
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Climbs() {}

    static LadderResult climb(ProbeTarget target) {
        return climb(target, StepTimeouts.each(StepTimeouts.DEFAULT));
    }

    private static LadderResult climb(ProbeTarget target, StepTimeouts timeouts) {
        return ladder(timeouts).climb(target, Deadline.after(PATIENCE));
    }

    private static Ladder ladder(StepTimeouts timeouts) {
        var here = InetAddress.ofLiteral("127.0.0.1");
        return new Ladder(Clock.systemUTC(), timeouts, host -> new InetAddress[] {here});
    }

    /// A climb that tries to write as well.
    static LadderResult climbAndWrite(ProbeTarget target) {
        return ladder(StepTimeouts.each(StepTimeouts.DEFAULT))
                .asking(Scope.PROBE.withWrite())
                .climb(target, Deadline.after(PATIENCE));
    }

    static Failed assertWriteFails(ProbeTarget target, FailureKind kind) {
        var failed = assertKind(climbAndWrite(target), kind);
        assertThat(failed.step()).isEqualTo(Step.WRITE);
        return failed;
    }

    static Failed assertFails(ProbeTarget target, FailureKind kind) {
        return assertKind(climb(target), kind);
    }

    static Failed assertFails(ProbeTarget target, Step step, FailureKind kind) {
        var failed = assertFails(target, kind);
        assertThat(failed.step()).isEqualTo(step);
        return failed;
    }

    /// For a failure that is silence at one of these steps; the others may take the time that a busy machine needs.
    static Failed assertFallsSilent(ProbeTarget target, FailureKind kind, Step... steps) {
        var timeouts = StepTimeouts.each(StepTimeouts.DEFAULT);
        for (var step : steps) {
            timeouts = timeouts.with(step, IMPATIENT);
        }
        var failed = assertKind(climb(target, timeouts), kind);
        assertThat(failed.step()).isIn((Object[]) steps);
        return failed;
    }

    /// As [#assertFallsSilent], by a climb that asks by a second connection what its silence means.
    static Failed assertSilenceMeans(ProbeTarget target, FailureKind kind, Step step) {
        return assertSilenceMeans(target, kind, step, IMPATIENT);
    }

    /// @param patience for the step that falls silent
    static Failed assertSilenceMeans(ProbeTarget target, FailureKind kind, Step step, Duration patience) {
        var timeouts = StepTimeouts.each(StepTimeouts.DEFAULT).with(step, patience);
        var climb = ladder(timeouts).asking(Scope.PROBE).climb(target, Deadline.after(PATIENCE));
        var failed = assertKind(climb, kind);
        assertThat(failed.step()).isEqualTo(step);
        return failed;
    }

    /// For what takes a moment to come about.
    static void awaitFails(ProbeTarget target, FailureKind kind) {
        dev.tautline.lab.Deadline.in(PATIENCE)
                .await(
                        kind + " to be the answer",
                        () -> climb(target)
                                .failure()
                                .filter(failed -> failed.failure().kind() == kind)
                                .isPresent());
    }

    private static Failed assertKind(LadderResult result, FailureKind kind) {
        var failed = result.failure().orElseThrow();
        assertThat(failed.failure().kind())
                .as("%s: %s", failed.step(), failed.failure().words())
                .isEqualTo(kind);
        assertThat(failed.failure().toString()).doesNotContain(ProbedCluster.PASSWORD);
        return failed;
    }
}
