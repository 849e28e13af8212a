package dev.tautline.lab.statement;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A cutting proxy could not listen, or could not stop.
public final class CuttingFailed extends LabException {
    private static final long serialVersionUID = 1L;

    CuttingFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
