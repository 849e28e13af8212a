package dev.tautline.cli;

/// The user's input cannot be used. The message is one or more lines, each with what, where and what is allowed;
/// [Main] prints it without a stack trace and exits with [ExitCode#USAGE].
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
