package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One finding for people: severity and headline, where, the lines it was read from, what follows, what to change.
final class FindingText {
    private static final int SEVERITY_WIDTH = 10;
    private static final int NUMBER_WIDTH = 6;
    private static final String INDENT = " ".repeat(SEVERITY_WIDTH);
    private static final String BAR = " | ";
    /// Wide enough to show a key with its value.
    private static final int MIN_LINE_WIDTH = 20;

    private final Screen screen;
    private final SourceFiles sources;

    FindingText(Screen screen, SourceFiles sources) {
        this.screen = screen;
        this.sources = sources;
    }

    void print(Finding finding, PrintWriter out) {
        var headline = screen.wrap(INDENT, Columns.printable(finding.headline()));
        var severity = Lowercase.of(finding.severity());
        out.println(screen.severity(finding.severity())
                + " ".repeat(SEVERITY_WIDTH - severity.length())
                + screen.bold(headline.getFirst().stripLeading()));
        headline.stream().skip(1).forEach(line -> out.println(INDENT + screen.bold(line.stripLeading())));
        paragraph("at", finding.at() + ", " + finding.subject(), out);
        var excerpt = Excerpt.of(finding, sources);
        excerpt(excerpt, finding, out);
        excerpt.told().stream()
                .filter(evidence -> evidence.origin() != finding.at()
                        || finding.read().size() == 1
                        || finding.at().place().isPresent())
                .forEach(evidence -> paragraph("read", evidence.toString(), out));
        paragraph("leads", finding.consequence(), out);
        paragraph("mend", edit(finding), out);
        paragraph("rule", finding.rule(), out);
        out.println();
    }

    private void excerpt(Excerpt excerpt, Finding finding, PrintWriter out) {
        var own = finding.at().place().map(Origin.InFile::file);
        excerpt.files().forEach((file, lines) -> {
            if (!own.equals(Optional.of(file))) {
                out.println(INDENT + screen.faint(Columns.printable(file.toString())));
            }
            var previous = 0;
            for (var shown : lines) {
                var marked = shown.line().within(lineWidth());
                if (shown.place().line() != previous) {
                    out.println(gutter(String.valueOf(shown.place().line())) + marked.text());
                }
                marks(shown, marked, finding).forEach(out::println);
                previous = shown.place().line();
            }
        });
    }

    private int lineWidth() {
        return Math.max(MIN_LINE_WIDTH, screen.width() - NUMBER_WIDTH - BAR.length());
    }

    private String gutter(String number) {
        return screen.faint(" ".repeat(Math.max(0, NUMBER_WIDTH - number.length())) + number + BAR);
    }

    /// The mark of what the finding points at; below other evidence also its name and value, when there is room.
    private List<String> marks(Excerpt.Shown shown, MarkedLine marked, Finding finding) {
        if (shown.isPrimary()) {
            return List.of(gutter("") + screen.style(Screen.color(finding.severity()), marked.mark('^')));
        }
        var mark = marked.mark('-');
        var label = told(shown.evidence());
        var lines = new ArrayList<String>();
        if (Columns.of(mark) + 1 + Columns.of(label) <= lineWidth()) {
            lines.add(gutter("") + screen.style("fg(blue)", mark + " " + label));
        } else {
            lines.add(gutter("") + screen.style("fg(blue)", mark));
            screen.wrap(" ".repeat(NUMBER_WIDTH) + BAR, label).forEach(lines::add);
        }
        return lines;
    }

    private static String told(Evidence evidence) {
        return Columns.printable(evidence.name() + " = " + evidence.value());
    }

    /// Without the place where it is the one that was named above.
    private static String edit(Finding finding) {
        var edit = finding.edit().toString();
        return finding.edit().at().equals(finding.at()) ? edit.replace(" (" + finding.at() + ")", "") : edit;
    }

    private void paragraph(String label, String text, PrintWriter out) {
        var lines = screen.wrap(INDENT, Columns.printable(text));
        var head = " ".repeat(SEVERITY_WIDTH - NUMBER_WIDTH) + label;
        out.println(head
                + " ".repeat(SEVERITY_WIDTH - head.length())
                + lines.getFirst().stripLeading());
        lines.stream().skip(1).forEach(out::println);
    }
}
