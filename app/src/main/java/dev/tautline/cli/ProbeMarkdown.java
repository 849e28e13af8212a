package dev.tautline.cli;

import dev.tautline.probe.Failure;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.TargetResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// For a comment or a page: the table, and what failed behind a line that opens.
final class ProbeMarkdown implements ProbeFormat.Renderer {
    @Override
    public void render(ProbeOutcome outcome, PrintWriter out) {
        out.println(
                "## taut probe: " + Count.of(outcome.targets().size(), "target") + ", " + outcome.failed() + " failed");
        out.println();
        row(ProbeTable.heads(), out);
        out.println("|" + "---|".repeat(ProbeTable.heads().size()));
        for (var target : outcome.targets()) {
            target.hosts().forEach(host -> row(ProbeTable.cells(target.target().name(), host), out));
        }
        out.println();
        outcome.targets().forEach(target -> details(target, out));
        if (!outcome.rest().isEmpty()) {
            out.println("**Not probed**");
            out.println();
            outcome.rest().forEach(one -> out.println("- " + MarkdownText.of(one.toString())));
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
