package dev.tautline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What one command line printed and how it ended.
record CommandRun(int code, String out, String err) {
    static CommandRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.commandLineFor(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
