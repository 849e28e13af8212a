package dev.tautline.dashboard.access;

/// The dashboard's certificate or key cannot be used. The message says which file, and what was expected.
public final class TlsUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
