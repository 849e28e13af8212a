package dev.tautline.drill;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A drill could not be carried through, so nothing is proved either way.
public final class DrillFailed extends LabException {
    private static final long serialVersionUID = 1L;

    DrillFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
