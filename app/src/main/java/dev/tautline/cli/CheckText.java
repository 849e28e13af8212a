package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// For people: findings by file, worst first, then what stays open and how much was read.
final class CheckText implements CheckFormat.Renderer {
    private static final int WIDTH = 110;
    private static final String INDENT = "      ";

    private final Ansi ansi;

    CheckText(Ansi ansi) {
        this.ansi = ansi;
    }

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        findingsByFile(outcome.report().findings(), out);
        problems(outcome.report(), out);
        notes(outcome.report(), out);
        open(outcome.report(), out);
        summary(outcome, out);
    }

    private void findingsByFile(List<Finding> findings, PrintWriter out) {
        findings.stream()
                .collect(Collectors.groupingBy(CheckText::file, LinkedHashMap::new, Collectors.toList()))
                .forEach((file, found) -> {
                    out.println(style("bold", file));
                    found.forEach(finding -> finding(finding, out));
                    out.println();
                });
    }

    private static String file(Finding finding) {
        return finding.at()
                .place()
                .map(place -> place.file().toString())
                .orElseGet(() -> finding.at().toString());
    }

    private void finding(Finding finding, PrintWriter out) {
        var place = finding.at()
                .place()
                .map(at -> at.line() + ":" + at.column() + "  ")
                .orElse("");
        out.println("  " + place + severity(finding.severity()) + "  " + finding.headline() + "  "
                + style("faint", finding.rule()));
        paragraph("of    ", finding.subject(), out);
        finding.read().stream()
                .filter(evidence ->
                        evidence.origin() != finding.at() || finding.read().size() == 1)
                .forEach(evidence -> paragraph("read  ", told(evidence), out));
        paragraph("leads ", finding.consequence(), out);
        paragraph("mend  ", finding.edit().toString(), out);
        out.println();
    }

    private static String told(Evidence evidence) {
        return evidence.name() + " = " + evidence.value() + " (" + evidence.origin() + ")";
    }

    private void paragraph(String label, String text, PrintWriter out) {
        var line = new StringBuilder(INDENT).append(label);
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(INDENT).append(" ".repeat(label.length()));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private void problems(Report report, PrintWriter out) {
        if (!report.problems().isEmpty()) {
            out.println(style("bold", "Could not be read"));
            report.problems().forEach(problem -> out.println("  " + problem));
            out.println();
        }
    }

    private void notes(Report report, PrintWriter out) {
        if (!report.notes().isEmpty()) {
            out.println(style("bold", "No longer needed"));
            report.notes().forEach(note -> out.println("  " + note));
            out.println();
        }
    }

    private void open(Report report, PrintWriter out) {
        if (report.open().isEmpty()) {
            return;
        }
        out.println(style("bold", "Cannot tell"));
        report.open().stream()
                .collect(Collectors.groupingBy(
                        Report.Open::why,
                        LinkedHashMap::new,
                        Collectors.mapping(Report.Open::rule, Collectors.toCollection(java.util.TreeSet::new))))
                .forEach((why, rules) -> {
                    out.println("  " + why);
                    paragraph("", style("faint", String.join(", ", rules)), out);
                });
        out.println();
    }

    private void summary(CheckOutcome outcome, PrintWriter out) {
        var counts = Arrays.stream(Severity.values())
                .filter(severity -> outcome.findings(severity) > 0)
                .map(severity -> outcome.findings(severity) + " " + severity(severity))
                .collect(Collectors.joining(", "));
        var read = outcome.read();
        out.println(count(read.filesRead(), "file") + " and " + count(outcome.clients(), "client") + " read, "
                + count(read.link().servers().size(), "server") + ": "
                + (counts.isEmpty() ? "no findings" : counts)
                + (outcome.report().open().isEmpty()
                        ? ""
                        : "; " + outcome.report().open().size() + " not decided")
                + suppressed(outcome.report()));
        if (read.testFoldersSkipped() > 0) {
            out.println("Test resources are left out (" + count(read.testFoldersSkipped(), "folder") + ").");
        }
        if (!outcome.report().findings().isEmpty()) {
            out.println("Why, and when to ignore: taut explain RULE");
        }
    }

    private static String suppressed(Report report) {
        return report.suppressed().isEmpty() ? "" : "; " + report.suppressed().size() + " suppressed";
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private String severity(Severity severity) {
        var style = switch (severity) {
            case CRITICAL -> "bold,fg(red)";
            case HIGH -> "fg(red)";
            case MEDIUM -> "fg(yellow)";
            case LOW -> "fg(cyan)";
        };
        return style(style, severity.name().toLowerCase(Locale.ROOT));
    }

    /// Only our own words are styled, so that text from files is never taken for markup.
    private String style(String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        var styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
