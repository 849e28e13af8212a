package dev.tautline.lab.tls;

import dev.tautline.lab.LabException;

/// A certificate could not be made. No message holds a key.
public final class CertificateFailed extends LabException {
    private static final long serialVersionUID = 1L;

    CertificateFailed(String message, Exception cause) {
        super(message, cause);
    }
}
