package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import java.io.PrintWriter;

/// One finding for people: severity and headline, where, the lines it was read from, what follows, what to change.
final class FindingText {
    private static final int SEVERITY_WIDTH = 10;
    private static final int LABEL_START = SEVERITY_WIDTH - ExcerptText.NUMBER_WIDTH;
    private static final String INDENT = " ".repeat(SEVERITY_WIDTH);

    private final Screen screen;
    private final ExcerptText excerpts;

    FindingText(Screen screen, SourceFiles sources) {
        this.screen = screen;
        this.excerpts = new ExcerptText(screen, sources);
    }

    void print(Finding finding, PrintWriter out) {
        headline(finding, out);
        paragraph("at", finding.at() + ", " + finding.subject(), out);
        var excerpt = excerpts.of(finding);
        excerpts.lines(finding, excerpt).forEach(out::println);
        excerpt.told().stream()
                .filter(evidence -> isNews(evidence, finding))
                .forEach(evidence -> paragraph("read", evidence.toString(), out));
        paragraph("leads", finding.consequence(), out);
        paragraph("mend", edit(finding), out);
        paragraph("rule", finding.rule(), out);
        out.println();
    }

    private void headline(Finding finding, PrintWriter out) {
        var lines = screen.wrap(INDENT, Columns.printable(finding.headline()));
        var severity = Lowercase.of(finding.severity());
        out.println(screen.severity(finding.severity())
                + " ".repeat(SEVERITY_WIDTH - severity.length())
                + screen.bold(lines.getFirst().strip()));
        lines.stream().skip(1).forEach(line -> out.println(INDENT + screen.bold(line.strip())));
    }

    /// What the headline says already, and no line can show, is not told again.
    private static boolean isNews(Evidence evidence, Finding finding) {
        return !evidence.origin().equals(finding.at())
                || finding.read().size() == 1
                || finding.at().place().isPresent();
    }

    /// Without the place where it is the one that was named above.
    private static String edit(Finding finding) {
        var edit = finding.edit().toString();
        return finding.edit().at().equals(finding.at()) ? edit.replace(" (" + finding.at() + ")", "") : edit;
    }

    private void paragraph(String label, String text, PrintWriter out) {
        var lines = screen.wrap(INDENT, Columns.printable(text));
        var head = " ".repeat(LABEL_START) + label;
        out.println(head
                + " ".repeat(SEVERITY_WIDTH - head.length())
                + lines.getFirst().strip());
        lines.stream().skip(1).forEach(out::println);
    }
}
