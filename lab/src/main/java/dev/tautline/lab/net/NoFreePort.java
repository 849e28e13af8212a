package dev.tautline.lab.net;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// No port could be bound on an address.
public final class NoFreePort extends LabException {
    private static final long serialVersionUID = 1L;

    NoFreePort(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
