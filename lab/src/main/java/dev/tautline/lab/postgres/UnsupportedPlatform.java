package dev.tautline.lab.postgres;

import dev.tautline.lab.LabException;

/// There are no PostgreSQL binaries for this machine on the class path.
public final class UnsupportedPlatform extends LabException {
    private static final long serialVersionUID = 1L;

    UnsupportedPlatform(String message) {
        super(message, null);
    }
}
