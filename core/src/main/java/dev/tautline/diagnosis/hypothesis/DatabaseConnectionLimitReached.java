package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;

/// The database holds as many sessions as its own CONNECTION LIMIT allows.
final class DatabaseConnectionLimitReached extends ToldByFailure {
    DatabaseConnectionLimitReached() {
        super(
                new Cause("database-connection-limit", "Connection limit of the database reached", Owner.DATABASE),
                Step.SESSION,
                FailureKind.DATABASE_CONNECTION_LIMIT);
    }

    @Override
    List<String> more(PathFailure failure, Scene scene) {
        return SlotHolders.of(scene);
    }
}
