package dev.tautline.cli;

/// The exit codes of every `taut` command; `docs/reference/exit-codes.md` explains them to users.
public final class ExitCode {
    /// Nothing wrong was found.
    public static final int CLEAN = 0;
    /// The command did its work and found something wrong.
    public static final int FINDINGS = 1;
    /// The command line or a configuration is unusable; nothing was done.
    public static final int USAGE = 2;
    /// What was asked about could not be reached or judged.
    public static final int CANNOT_TELL = 3;
    /// A defect in taut itself (sysexits.h: EX_SOFTWARE).
    public static final int BUG = 70;

    /// Ctrl-C (or SIGTERM) ended the command before its work was done: 128 + SIGINT.
    public static final int INTERRUPTED = 130;

    /// Whoever read the result has gone (`taut … | head`): what SIGPIPE makes of other programs, 128 + 13.
    public static final int READER_GONE = 141;

    private ExitCode() {}
}
