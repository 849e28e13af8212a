package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The pooler in between has as many clients as it takes, or no server connection to give in time.
final class PoolerExhausted extends ToldByFailure {
    PoolerExhausted() {
        super(
                new Cause("pooler-exhausted", "Pooler exhausted", Owner.DATABASE),
                Step.SESSION,
                FailureKind.POOLER_FULL,
                FailureKind.POOLER_WAIT_TIMED_OUT);
    }
}
