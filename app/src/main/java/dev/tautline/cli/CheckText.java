package dev.tautline.cli;

import dev.tautline.finding.Report;
import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.List;

/// For people: findings worst first, then what stays open and how much was read.
final class CheckText implements CheckFormat.Renderer {
    private static final String INDENT = "    ";

    private final Screen screen;

    CheckText(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var text = new FindingText(screen, new SourceFiles());
        outcome.report().findings().forEach(finding -> text.print(finding, out));
        problems("Could not be read", outcome.report().problems(), out);
        problems("No longer needed", outcome.report().notes(), out);
        open(outcome.report(), out);
        summary(outcome, out);
    }

    private void problems(String heading, List<Problem> problems, PrintWriter out) {
        if (!problems.isEmpty()) {
            out.println(screen.bold(heading));
            problems.forEach(problem -> print("  ", problem.toString(), out));
            out.println();
        }
    }

    private void open(Report report, PrintWriter out) {
        if (report.open().isEmpty()) {
            return;
        }
        out.println(screen.bold("Cannot tell"));
        report.reasons().forEach(reason -> {
            print("  ", reason.why(), out);
            screen.wrap(INDENT, String.join(", ", reason.rules())).forEach(line -> out.println(screen.faint(line)));
        });
        out.println();
    }

    private void print(String indent, String text, PrintWriter out) {
        screen.wrap(indent, Columns.printable(text)).forEach(out::println);
    }

    private void summary(CheckOutcome outcome, PrintWriter out) {
        var read = outcome.read();
        out.println(Count.of(read.filesRead(), "file") + " and " + Count.of(outcome.clients(), "client") + " read, "
                + Count.of(read.link().servers().size(), "server") + ": "
                + CheckSummary.of(outcome, screen::severity));
        if (read.testFoldersSkipped() > 0) {
            out.println("Test resources are left out (" + Count.of(read.testFoldersSkipped(), "folder") + ").");
        }
        if (!outcome.report().findings().isEmpty()) {
            out.println("Why, and when to ignore: taut explain RULE");
        }
    }
}
