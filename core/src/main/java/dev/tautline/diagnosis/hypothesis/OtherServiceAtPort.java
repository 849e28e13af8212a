package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// Something answers at the port, and it is not PostgreSQL: a wrong port, or a wrong machine.
final class OtherServiceAtPort extends ToldByFailure {
    OtherServiceAtPort() {
        super(
                new Cause("wrong-port", "Another service at the port", Owner.APPLICATION),
                Step.TLS,
                FailureKind.HTTP_AT_PORT,
                FailureKind.SSH_AT_PORT,
                FailureKind.MYSQL_AT_PORT,
                FailureKind.TLS_ONLY_AT_PORT,
                FailureKind.OTHER_PROTOCOL_AT_PORT);
    }
}
