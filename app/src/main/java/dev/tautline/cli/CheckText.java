package dev.tautline.cli;

import dev.tautline.finding.Report;
import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/// For people: findings worst first, then what stays open and how much was read.
final class CheckText implements CheckFormat.Renderer {
    private static final String INDENT = "    ";
    /// As many as fit on a line or two: one unknown image keeps sixty rules from judging.
    private static final int MAX_RULES = 4;

    private static final int MAX_SUBJECTS = 2;
    /// About a screen.
    private static final int MAX_REASONS = 15;

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
        var reasons = report.reasons().stream()
                .sorted(Comparator.comparing(reason -> -reason.rules().size()))
                .toList();
        reasons.stream().limit(MAX_REASONS).forEach(reason -> {
            print("  ", reason.why(), out);
            screen.wrap(INDENT, Columns.printable(closed(reason))).forEach(line -> out.println(screen.faint(line)));
        });
        var isCut = reasons.size() > MAX_REASONS
                || reasons.stream().anyMatch(reason -> reason.rules().size() > MAX_RULES);
        if (isCut) {
            out.println("  " + more(reasons.size()) + "All of it: --format json");
        }
        out.println();
    }

    private static String more(int reasons) {
        return reasons > MAX_REASONS ? Count.of(reasons - MAX_REASONS, "other reason") + ". " : "";
    }

    /// What one unknown thing keeps from being judged: how much, where, and the first of the rules.
    private static String closed(Report.Reason reason) {
        var subjects = reason.subjects().stream().limit(MAX_SUBJECTS).toList();
        return Count.of(reason.rules().size(), "rule") + " about "
                + some(subjects, reason.subjects().size()) + ": "
                + some(
                        reason.rules().stream().limit(MAX_RULES).toList(),
                        reason.rules().size());
    }

    private static String some(List<String> first, int all) {
        return String.join(", ", first) + (all > first.size() ? " and " + (all - first.size()) + " more" : "");
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
