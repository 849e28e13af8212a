package dev.tautline.lab.fault;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A fault could not be brought into force.
public final class FaultFailed extends LabException {
    private static final long serialVersionUID = 1L;

    public FaultFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
