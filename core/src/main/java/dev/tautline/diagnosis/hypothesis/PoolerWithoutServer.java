package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The pooler answers, and cannot reach or log in to the server behind it.
final class PoolerWithoutServer extends ToldByFailure {
    PoolerWithoutServer() {
        super(
                new Cause("pooler-without-server", "Pooler without a server", Owner.DATABASE),
                Step.SESSION,
                FailureKind.POOLER_WITHOUT_SERVER,
                FailureKind.POOLER_LOG_IN_REFUSED,
                FailureKind.POOLER_DATABASE_DISABLED);
    }
}
