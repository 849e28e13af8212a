package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// Small packets pass and large ones vanish: the canary's small questions are answered at once, and one of several
/// packets never.
final class LargePacketsLost extends ToldByFailure {
    LargePacketsLost() {
        super(
                new Cause("large-packets-lost", "Large packets vanish on the way", Owner.NETWORK),
                Step.QUERY,
                FailureKind.LARGE_PACKETS_LOST);
    }
}
