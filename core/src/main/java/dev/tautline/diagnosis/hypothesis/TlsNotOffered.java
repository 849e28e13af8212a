package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.Optional;

/// The client insists on TLS, and the server offers none.
final class TlsNotOffered extends ToldByFailure {
    TlsNotOffered() {
        super(
                new Cause("tls-not-offered", "Server offers no TLS", Owner.DATABASE),
                Step.TLS,
                FailureKind.TLS_NOT_OFFERED);
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return scene.changes(Change.Kind.SERVER_SETTING, failure.seenBy())
                .filter(change -> change.what().equals("ssl"))
                .findFirst();
    }
}
