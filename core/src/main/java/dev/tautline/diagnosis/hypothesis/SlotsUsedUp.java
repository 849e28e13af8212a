package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// All connection slots of the server are taken, and not by the pools that report: by other clients, or by sessions
/// that nobody ends.
final class SlotsUsedUp extends ToldByFailure {
    static final FailureKind[] OTHERS = {
        FailureKind.ONLY_RESERVED_SLOTS_LEFT, FailureKind.TOO_MANY_CONNECTIONS, FailureKind.SERVER_CANNOT_FORK
    };

    SlotsUsedUp() {
        super(
                new Cause("connection-slots-used-up", "Server has no connection slot left", Owner.DATABASE),
                Step.SESSION,
                FailureKind.CONNECTION_SLOTS_USED_UP,
                OTHERS);
    }

    @Override
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return PoolsExceedServer.tooMuch(scene).or(() -> ConnectionStorm.takesSlots(scene));
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return SlotHolders.of(scene);
    }
}
