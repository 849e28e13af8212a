package dev.tautline.settings;

/// Something that could not be read, and where. Reading goes on after it.
public record Problem(Origin origin, String message) {
    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
