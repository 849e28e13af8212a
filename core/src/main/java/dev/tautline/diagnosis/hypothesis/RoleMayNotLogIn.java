package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.Optional;

/// The role exists and has NOLOGIN: locked on purpose, or a group role.
final class RoleMayNotLogIn extends ToldByFailure {
    RoleMayNotLogIn() {
        super(
                new Cause("role-cannot-log-in", "Database role may not log in", Owner.DATABASE),
                Step.AUTHENTICATE,
                FailureKind.ROLE_CANNOT_LOG_IN);
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return RoleChanges.of(failure, scene, RoleChanges.MAY_LOG_IN);
    }
}
