package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;

/// The server's certificate is signed by an authority that the client does not know: a renewed chain, or a wrong
/// root file.
final class CertificateAuthorityUnknown extends ToldByFailure {
    CertificateAuthorityUnknown() {
        super(
                new Cause(
                        "certificate-unknown-authority", "Server certificate of an unknown authority", Owner.SECURITY),
                Step.TLS,
                FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY,
                FailureKind.ROOT_CERTIFICATE_UNREADABLE);
    }
}
