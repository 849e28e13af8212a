package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;

/// pg_hba.conf lets this client not in: no line fits, a line rejects, or the only line demands TLS.
final class HbaRefuses extends ToldByFailure {
    HbaRefuses() {
        super(
                new Cause("hba-refuses", "pg_hba.conf lets the client not in", Owner.DATABASE),
                Step.AUTHENTICATE,
                FailureKind.HBA_NO_ENTRY,
                FailureKind.HBA_NO_ENTRY_WITHOUT_TLS,
                FailureKind.HBA_REJECTS,
                FailureKind.POOLER_REJECTS_LOG_IN);
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.target().equals(failure.seenBy()))
                .filter(route -> route.details().establishedGoesOn())
                .map(route -> "sessions that were open before go on: the rules are read when a session begins")
                .toList();
    }
}
