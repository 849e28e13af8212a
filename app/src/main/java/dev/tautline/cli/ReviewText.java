package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.targets.ServerReview;
import dev.tautline.targets.TwoWays;
import java.io.PrintWriter;
import java.util.List;

/// What was learnt beside the climbs, for a reader: two ways to one server, and what its settings lead to.
record ReviewText(Screen screen, PrintWriter out) {
    private static final String INDENT = " ".repeat(12);

    void print(List<TwoWays> ways) {
        if (!ways.isEmpty()) {
            out.println(screen.bold("Through the pooler and past it"));
            ways.forEach(two -> wrapped(
                    "  ",
                    two.through() + ", " + two.past() + ": " + two.comparison().words()));
            out.println();
        }
    }

    void print(ServerReview review) {
        var weighty = review.findings().stream()
                .filter(finding -> finding.severity() != Severity.LOW)
                .toList();
        int light = review.findings().size() - weighty.size();
        if (!review.findings().isEmpty()) {
            out.println(screen.bold("Settings of the servers") + " (no part of the test; --no-rules leaves them out)");
            weighty.forEach(this::print);
            if (light > 0) {
                out.println("  " + light + " of low severity; --format json has all");
            }
            out.println();
        }
        if (!review.withheld().isEmpty()) {
            out.println(screen.bold("Not shown by the servers"));
            review.withheld().forEach(one -> wrapped("  ", one.what() + "; to show it: " + one.grant()));
            out.println();
        }
    }

    private void print(Finding finding) {
        var severity = Lowercase.of(finding.severity());
        var lines = screen.wrap(INDENT, Columns.printable(finding.headline()));
        out.println("  " + screen.severity(finding.severity())
                + " ".repeat(INDENT.length() - 2 - severity.length())
                + lines.getFirst().strip());
        lines.stream().skip(1).forEach(out::println);
        wrapped(INDENT, "at " + finding.at() + "; mend: " + finding.edit());
        wrapped(INDENT, "taut explain " + finding.rule());
    }

    private void wrapped(String indent, String text) {
        screen.wrap(indent, Columns.printable(text)).forEach(out::println);
    }
}
