package dev.tautline.lab.postgres;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A cluster, node or server program could not do what was asked; the message ends with the server log where
/// there is one.
public final class ClusterFailed extends LabException {
    private static final long serialVersionUID = 1L;

    ClusterFailed(String message) {
        this(message, null);
    }

    ClusterFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
