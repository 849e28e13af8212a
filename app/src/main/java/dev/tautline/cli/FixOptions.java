package dev.tautline.cli;

import dev.tautline.check.fix.FixPlan;
import dev.tautline.check.fix.UnifiedDiff;
import dev.tautline.config.ExactText;
import dev.tautline.finding.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Edits made by the program: shown as a diff, or written.
final class FixOptions {
    @Option(
            names = "--fix",
            description = "Print the edits that are safe to make without asking, as a diff that 'git apply' takes.")
    private boolean fix;

    @Option(names = "--write", description = "With --fix: make these edits, then check again.")
    private boolean write;

    boolean isAsked() {
        if (write && !fix) {
            throw new UsageException("check: --write needs --fix");
        }
        return fix;
    }

    boolean isToBeWritten() {
        return write;
    }

    /// Prints the diff to `out`, and what is left to a person to `err`.
    void show(Report report, PrintWriter out, PrintWriter err) {
        var plan = FixPlan.of(report.findings(), ExactText::of);
        for (var file : plan.files()) {
            out.print(UnifiedDiff.of(name(file.file()), file.before(), file.after()));
        }
        out.flush();
        err.println(plan.files().stream().mapToInt(file -> file.mended().size()).sum() + " of "
                + report.findings().size() + " findings can be mended without asking"
                + (plan.files().isEmpty() ? "" : "; --fix --write does it"));
        left(plan, err);
    }

    /// Makes the edits, each file whole or not at all, and tells to `err` what was done and what is left.
    void write(Report report, PrintWriter err) {
        var plan = FixPlan.of(report.findings(), ExactText::of);
        for (var file : plan.files()) {
            try {
                var done = ExactText.replace(file.file(), file.before(), file.after());
                err.println(file.file() + ": "
                        + (done ? file.mended().size() + " mended" : "changed since it was read; nothing was written"));
            } catch (IOException unwritable) {
                throw new UsageException("check: " + file.file() + " cannot be written ("
                        + unwritable.getClass().getSimpleName() + ")");
            }
        }
        left(plan, err);
    }

    private static void left(FixPlan plan, PrintWriter err) {
        plan.left()
                .forEach(left -> err.println("left: " + left.finding().rule() + " at "
                        + left.finding().at() + ": " + left.why()));
        err.flush();
    }

    /// As `git apply` wants it: below the current folder, where that is possible.
    private static String name(Path file) {
        var here = Path.of("").toAbsolutePath();
        var absolute = file.toAbsolutePath().normalize();
        var shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/').replaceFirst("^/", "");
    }
}
