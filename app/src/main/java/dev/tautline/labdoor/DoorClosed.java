package dev.tautline.labdoor;

/// No lab answers there.
public final class DoorClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoorClosed(String message) {
        super(message);
    }
}
