package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// The role's VALID UNTIL has passed. To the client the server says that the password is wrong.
final class RoleExpired extends ToldByFailure {
    RoleExpired() {
        super(
                new Cause("role-expired", "Password of the role expired", Owner.SECURITY),
                Step.AUTHENTICATE,
                FailureKind.PASSWORD_REFUSED);
    }

    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return change(failure, scene).isPresent()
                ? Optional.empty()
                : Optional.of("no role was seen to expire: " + failure.describe());
    }

    /// A role may have expired before anybody looked.
    @Override
    Judgement contradicted(List<String> contradictions) {
        return new Unknown(String.join("; ", contradictions));
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return RoleChanges.expiry(failure, scene);
    }

    @Override
    String fix(PathFailure failure, Scene scene) {
        return "ALTER ROLE %s VALID UNTIL 'infinity', or to the date of the next rotation."
                .formatted(Suffering.user(failure, scene).orElse("…"));
    }
}
