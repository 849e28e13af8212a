package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The server shows a certificate for another name than the one that is connected to.
final class CertificateNameMismatch extends ToldByFailure {
    CertificateNameMismatch() {
        super(
                new Cause("certificate-name-mismatch", "Server certificate for another name", Owner.SECURITY),
                Step.TLS,
                FailureKind.CERTIFICATE_NAME_MISMATCH);
    }
}
