package dev.tautline.cli;

import dev.tautline.probe.Failure;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.TargetResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For a comment or a page: the table, and what failed behind a line that opens.
final class ProbeMarkdown implements ProbeFormat.Renderer {
    @Override
    public void render(ProbeOutcome outcome, PrintWriter out) {
        out.println(
                "## taut probe: " + Count.of(outcome.targets().size(), "target") + ", " + outcome.failed() + " failed");
        out.println();
        row(ProbeTable.heads(outcome), out);
        out.println("|" + "---|".repeat(ProbeTable.heads(outcome).size()));
        for (var target : outcome.targets()) {
            target.hosts()
                    .forEach(host ->
                            row(ProbeTable.cells(outcome, target.target().name(), host), out));
        }
        out.println();
        outcome.targets().forEach(target -> details(target, out));
        list(
                "Through the pooler and past it",
                outcome.twoWays().stream()
                        .map(two -> two.through() + ", " + two.past() + ": "
                                + two.comparison().words()),
                out);
        list(
                "Settings of the servers",
                outcome.review().findings().stream()
                        .map(finding -> Lowercase.of(finding.severity()) + ": " + finding.headline() + " ("
                                + finding.at() + "); mend: " + finding.edit() + "; taut explain " + finding.rule()),
                out);
        list(
                "Not shown by the servers",
                outcome.review().withheld().stream().map(one -> one.what() + "; to show it: " + one.grant()),
                out);
        list("Not probed", outcome.rest().stream().map(Object::toString), out);
    }

    private static void list(String heading, Stream<String> lines, PrintWriter out) {
        var all = lines.toList();
        if (!all.isEmpty()) {
            out.println("**" + heading + "**");
            out.println();
            all.forEach(one -> out.println("- " + MarkdownText.of(one)));
            out.println();
        }
    }

    private static void row(List<String> cells, PrintWriter out) {
        out.println(cells.stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static void details(TargetResult target, PrintWriter out) {
        var name = target.target().name();
        target.hosts().stream().filter(host -> !host.isClean()).forEach(host -> details(name, host, out));
        target.unmetRole().ifPresent(words -> {
            out.println("**" + MarkdownText.of(name) + "**: " + MarkdownText.of(words));
            out.println();
        });
    }

    private static void details(String name, HostResult host, PrintWriter out) {
        out.println("<details><summary><b>" + MarkdownText.of(name) + "</b> "
                + MarkdownText.of(ProbeTable.verdict(host)) + "</summary>");
        out.println();
        host.ladder().failure().ifPresent(failed -> failure(failed.failure(), out));
        host.unmet().forEach(unmet -> item("not met", unmet.toString(), out));
        host.explored().answering().forEach(one -> item("answers", one.toString(), out));
        host.explored().conclusion().ifPresent(words -> item("so", words, out));
        out.println();
        out.println("</details>");
        out.println();
    }

    private static void failure(Failure failure, PrintWriter out) {
        item("cause", failure.cause(), out);
        item("said", failure.words() + (failure.code().isEmpty() ? "" : " (" + failure.code() + ")"), out);
        failure.provenFine().forEach(fine -> item("fine", fine, out));
        item("owner", Lowercase.of(failure.owner()), out);
        item("next", failure.next(), out);
        item("fix", failure.fix(), out);
        item("more", "taut explain " + failure.kind().id(), out);
    }

    private static void item(String label, String text, PrintWriter out) {
        out.println("- **" + label + "**: " + MarkdownText.of(text));
    }
}
