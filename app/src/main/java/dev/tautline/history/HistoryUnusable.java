package dev.tautline.history;

/// The folder of the history cannot be had: it cannot be made, or another guard has it.
public final class HistoryUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryUnusable(String message) {
        super(message);
    }
}
