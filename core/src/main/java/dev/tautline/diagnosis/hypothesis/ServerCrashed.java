package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// One of the server's processes died, so it ended all sessions and recovers: the out-of-memory killer, a bug, a
/// `kill -9`.
final class ServerCrashed extends ToldByFailure {
    ServerCrashed() {
        super(
                new Cause("server-crashed", "Database server crashed and recovers", Owner.DATABASE),
                Step.AUTHENTICATE,
                FailureKind.CRASH_RECOVERY);
    }
}
