package dev.tautline.incident;

/// An action that cannot be taken. The message says why.
public final class ActionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    private ActionRefused(String message, boolean unknown) {
        super(message);
        this.unknown = unknown;
    }

    static ActionRefused unknown(String id) {
        return new ActionRefused("there is no incident " + id, true);
    }

    static ActionRefused because(String why) {
        return new ActionRefused(why, false);
    }

    /// There is no such incident.
    public boolean unknown() {
        return unknown;
    }
}
