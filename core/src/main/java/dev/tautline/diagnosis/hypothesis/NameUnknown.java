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

/// The host of the URL has no address: misspelt, or its record is gone.
final class NameUnknown extends ToldByFailure {
    NameUnknown() {
        super(
                new Cause("name-unknown", "Host name unknown", Owner.APPLICATION),
                Step.RESOLVE,
                FailureKind.NAME_UNKNOWN,
                FailureKind.NAME_UNRESOLVED_PLACEHOLDER);
    }

    /// A record that was there and is gone is the name server's doing, not the URL's; sessions that are open go on.
    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.target().equals(failure.seenBy()))
                .filter(route -> route.details().establishedGoesOn())
                .map(route -> "the session that was open before still gets answers: only the name is missing")
                .toList();
    }

    @Override
    Optional<Change> change(PathFailure failure, Scene scene) {
        return scene.changes(Change.Kind.ADDRESS, Suffering.hostName(failure)).findFirst();
    }
}
