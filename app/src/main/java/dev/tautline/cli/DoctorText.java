package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/// One page for a person: what hurts most, first, each with who mends it, how, and what to type next.
final class DoctorText implements DoctorFormat.Renderer {
    /// More is not read in one go; the counts say how many there are.
    private static final int MOST_SHOWN = 12;
    private static final int MOST_LINES_OF_TEXT = 3;
    private static final String INDENT = " ".repeat(10);

    private final Screen screen;

    DoctorText(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void render(DoctorReport report, PrintWriter out) {
        report.entries().stream().limit(MOST_SHOWN).forEach(entry -> print(entry, out));
        int more = report.entries().size() - MOST_SHOWN;
        if (more > 0) {
            out.println(more + " more of less consequence; --format json has all");
            out.println();
        }
        list("Not probed", report.notProbed().stream().map(Object::toString), out);
        list(
                "Not shown by servers",
                report.withheld().stream().map(one -> one.what() + "; to show it: " + one.grant()),
                out);
        out.println(report.summary());
    }

    private void print(DoctorEntry entry, PrintWriter out) {
        var severity = Lowercase.of(entry.severity());
        var headline = screen.wrap(INDENT, Columns.printable(entry.headline()));
        out.println(screen.severity(entry.severity())
                + " ".repeat(INDENT.length() - severity.length())
                + screen.bold(headline.getFirst().strip()));
        headline.stream().skip(1).forEach(line -> out.println(screen.bold(line)));
        line("at", entry.where(), out);
        if (!entry.said().isEmpty()) {
            line("said", entry.said(), out);
        }
        line("leads", entry.leads(), out);
        line("owner", Lowercase.of(entry.owner()), out);
        line("mend", entry.fix(), out);
        // never broken, so that it can be copied
        out.println("    next  " + Columns.printable(entry.next()));
        out.println();
    }

    private void line(String label, String text, PrintWriter out) {
        var lines = screen.wrap(INDENT, Columns.printable(text));
        out.println("    " + label + " ".repeat(INDENT.length() - 4 - label.length())
                + lines.getFirst().strip());
        lines.stream().skip(1).limit(MOST_LINES_OF_TEXT - 1).forEach(out::println);
        if (lines.size() > MOST_LINES_OF_TEXT) {
            out.println(INDENT + "…");
        }
    }

    private void list(String heading, Stream<String> lines, PrintWriter out) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            out.println(screen.bold(heading));
            all.forEach(one -> screen.wrap("  ", Columns.printable(one)).forEach(out::println));
            out.println();
        }
    }
}
