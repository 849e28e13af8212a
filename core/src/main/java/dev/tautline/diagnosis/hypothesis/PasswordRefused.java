package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// The password of a role is refused: wrong, rotated on one side only, or (which the server words alike) expired.
final class PasswordRefused extends ToldByFailure {
    PasswordRefused() {
        super(
                new Cause("password-refused", "Password refused", Owner.APPLICATION),
                Step.AUTHENTICATE,
                FailureKind.PASSWORD_REFUSED,
                FailureKind.PASSWORD_MISSING,
                FailureKind.POOLER_PASSWORD_REFUSED);
    }

    /// The server says of an expired role just what it says of a wrong password.
    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return RoleChanges.expiry(failure, scene)
                .map(change -> "the role has expired, whatever its password: " + change.dated());
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return Suffering.alone(failure, scene)
                ? List.of("the other instances of its service log in: what " + failure.seenBy()
                        + " was given differs from theirs")
                : List.of();
    }
}
