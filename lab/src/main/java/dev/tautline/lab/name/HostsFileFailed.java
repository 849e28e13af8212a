package dev.tautline.lab.name;

import dev.tautline.lab.LabException;
import org.jspecify.annotations.Nullable;

/// A name could not be published.
public final class HostsFileFailed extends LabException {
    private static final long serialVersionUID = 1L;

    HostsFileFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
