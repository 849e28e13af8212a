package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The role that the client logs in as does not exist on this server.
final class RoleMissing extends ToldByFailure {
    RoleMissing() {
        super(
                new Cause("role-unknown", "Database role does not exist", Owner.APPLICATION),
                Step.AUTHENTICATE,
                FailureKind.ROLE_UNKNOWN);
    }
}
