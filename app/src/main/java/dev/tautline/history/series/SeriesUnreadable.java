package dev.tautline.history.series;

/// The file of the series could not be read just now.
public final class SeriesUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeriesUnreadable(Exception cause) {
        super("the series cannot be read just now (" + cause.getMessage() + ")", cause);
    }
}
