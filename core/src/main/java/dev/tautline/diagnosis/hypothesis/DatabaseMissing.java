package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The database of the URL does not exist on this server, or takes no connections.
final class DatabaseMissing extends ToldByFailure {
    DatabaseMissing() {
        super(
                new Cause("database-missing", "Database missing or closed", Owner.DATABASE),
                Step.SESSION,
                FailureKind.DATABASE_UNKNOWN,
                FailureKind.POOLER_DATABASE_UNKNOWN,
                FailureKind.DATABASE_CLOSED,
                FailureKind.DATABASE_INVALID,
                FailureKind.DATABASE_FILES_MISSING,
                FailureKind.DATABASE_DROPPED);
    }
}
