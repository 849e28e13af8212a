package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// For the comment of a pull request: a table of counts, and each finding behind a line that opens.
final class CheckMarkdown implements CheckFormat.Renderer {
    /// A comment of GitHub holds 65,536 letters.
    private static final int MAX_DETAILS = 40;

    private static final String CODE = "    ";

    private final ExcerptText excerpts = new ExcerptText(new Screen(Ansi.OFF, Screen.UNBOUND_WIDTH), new SourceFiles());

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var findings = outcome.report().findings();
        out.println("## taut check: " + CheckSummary.of(outcome));
        out.println();
        if (!findings.isEmpty()) {
            table(outcome, out);
        }
        findings.stream().limit(MAX_DETAILS).forEach(finding -> details(finding, out));
        if (findings.size() > MAX_DETAILS) {
            out.println((findings.size() - MAX_DETAILS) + " more findings are not shown here.");
            out.println();
        }
        problems("Could not be read", outcome.report().problems(), out);
        open(outcome, out);
    }

    private static void table(CheckOutcome outcome, PrintWriter out) {
        out.println("| severity | findings |");
        out.println("|---|---:|");
        Arrays.stream(Severity.values())
                .filter(severity -> outcome.findings(severity) > 0)
                .forEach(severity ->
                        out.println("| " + Lowercase.of(severity) + " | " + outcome.findings(severity) + " |"));
        out.println();
    }

    private void details(Finding finding, PrintWriter out) {
        out.println("<details><summary><b>" + Lowercase.of(finding.severity()) + "</b> "
                + MarkdownText.of(finding.headline()) + "</summary>");
        out.println();
        out.println(MarkdownText.of(finding.at() + ", " + finding.subject()));
        out.println();
        var lines = excerpts.lines(finding, excerpts.of(finding));
        lines.forEach(line -> out.println(CODE + line));
        if (!lines.isEmpty()) {
            out.println();
        }
        finding.read().forEach(evidence -> out.println("- " + MarkdownText.of(evidence.toString())));
        out.println("- **leads to**: " + MarkdownText.of(finding.consequence()));
        out.println("- **to mend it**: " + MarkdownText.of(finding.edit().toString()));
        out.println("- **rule**: `" + finding.rule() + "`");
        out.println();
        out.println("</details>");
        out.println();
    }

    private static void problems(String heading, List<Problem> problems, PrintWriter out) {
        if (!problems.isEmpty()) {
            out.println("**" + heading + "**");
            out.println();
            problems.forEach(problem -> out.println("- " + MarkdownText.of(problem.toString())));
            out.println();
        }
    }

    private static void open(CheckOutcome outcome, PrintWriter out) {
        if (outcome.report().open().isEmpty()) {
            return;
        }
        out.println("<details><summary>Not decided</summary>");
        out.println();
        outcome.report()
                .open()
                .forEach(open ->
                        out.println("- `" + open.rule() + "`: " + MarkdownText.of(open.subject() + ": " + open.why())));
        out.println();
        out.println("</details>");
    }
}
