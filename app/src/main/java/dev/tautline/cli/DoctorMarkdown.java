package dev.tautline.cli;

import java.io.PrintWriter;

/// For a page or a comment: a heading per problem.
final class DoctorMarkdown implements DoctorFormat.Renderer {
    @Override
    public void render(DoctorReport report, PrintWriter out) {
        out.println("## taut doctor: " + MarkdownText.of(report.summary()));
        out.println();
        report.entries().forEach(entry -> print(entry, out));
        report.notProbed().forEach(one -> item("not probed", one.toString(), out));
        report.withheld().forEach(one -> item("not shown by servers", one.what() + "; " + one.grant(), out));
    }

    private static void print(DoctorEntry entry, PrintWriter out) {
        out.println("### " + Lowercase.of(entry.severity()) + ": " + MarkdownText.of(entry.headline()));
        out.println();
        item("at", entry.where(), out);
        if (!entry.said().isEmpty()) {
            item("said", entry.said(), out);
        }
        item("leads to", entry.leads(), out);
        item("owner", Lowercase.of(entry.owner()), out);
        item("to mend it", entry.fix(), out);
        item("next", entry.next(), out);
        out.println();
    }

    private static void item(String label, String text, PrintWriter out) {
        out.println("- **" + label + "**: " + MarkdownText.of(text));
    }
}
