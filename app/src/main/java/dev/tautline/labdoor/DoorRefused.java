package dev.tautline.labdoor;

/// The lab does not do what it was asked to; nothing was changed.
public final class DoorRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unusable;

    DoorRefused(boolean unusable, String message) {
        super(message);
        this.unusable = unusable;
    }

    /// Whether what was asked for is wrong in itself, and not only impossible there.
    public boolean isUnusable() {
        return unusable;
    }
}
