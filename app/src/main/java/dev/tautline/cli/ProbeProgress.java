package dev.tautline.cli;

import java.io.PrintWriter;

/// One line on a terminal that counts what is done; nothing anywhere else.
final class ProbeProgress {
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final int all;
    private final boolean isShown;
    private int done;

    ProbeProgress(PrintWriter err, int all, boolean isTerminal) {
        this.err = err;
        this.all = all;
        this.isShown = isTerminal && all > 1;
    }

    /// From any thread.
    synchronized void oneMore() {
        done++;
        if (isShown) {
            err.print(ERASE_LINE + (done == all ? "" : "  " + done + " of " + all + " targets probed"));
            err.flush();
        }
    }
}
