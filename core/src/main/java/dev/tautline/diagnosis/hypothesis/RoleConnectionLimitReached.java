package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// The role holds as many sessions as its own CONNECTION LIMIT allows.
final class RoleConnectionLimitReached extends ToldByFailure {
    RoleConnectionLimitReached() {
        super(
                new Cause("role-connection-limit", "Connection limit of the role reached", Owner.DATABASE),
                Step.SESSION,
                FailureKind.ROLE_CONNECTION_LIMIT);
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return SlotHolders.of(scene);
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return RoleChanges.of(failure, scene, RoleChanges.LIMIT);
    }
}
