package dev.tautline.gameday;

/// What is asked for is no move of the game as it stands; nothing was changed.
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message);
    }
}
