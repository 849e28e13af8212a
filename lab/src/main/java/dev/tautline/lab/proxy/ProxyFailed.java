package dev.tautline.lab.proxy;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A proxy could not listen, or could not bring a fault into force.
public final class ProxyFailed extends LabException {
    private static final long serialVersionUID = 1L;

    ProxyFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
