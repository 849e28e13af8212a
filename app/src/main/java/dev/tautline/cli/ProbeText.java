package dev.tautline.cli;

import dev.tautline.probe.SeveralHosts;
import dev.tautline.targets.Explored;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.TargetResult;
import java.io.PrintWriter;

/// The outcome for a reader: a table where many targets were probed, then the climbs, of many only those that
/// failed.
final class ProbeText implements ProbeFormat.Renderer {
    private final Screen screen;

    ProbeText(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void render(ProbeOutcome outcome, PrintWriter out) {
        if (outcome.isOverview() && !outcome.targets().isEmpty()) {
            new ProbeTable(screen).print(outcome, out);
            out.println();
        }
        for (var target : outcome.targets()) {
            target.hosts().stream()
                    .filter(host -> !outcome.isOverview() || !host.isClean())
                    .forEach(host -> host(target, host, outcome.isOverview(), out));
            target.unmetRole().ifPresent(words -> out.println(red(words) + System.lineSeparator()));
            together(target, out);
        }
        var review = new ReviewText(screen, out);
        review.print(outcome.twoWays());
        review.print(outcome.review());
        rest(outcome, out);
    }

    /// What only shows when the hosts are seen side by side.
    private void together(TargetResult target, PrintWriter out) {
        var climbs = target.hosts().stream().map(HostResult::ladder).toList();
        for (var remark : SeveralHosts.remarks(climbs)) {
            out.println(red(remark.kind().id() + ": " + Columns.printable(remark.words())));
            out.println(remark.kind().advice() + System.lineSeparator());
        }
    }

    private void rest(ProbeOutcome outcome, PrintWriter out) {
        if (!outcome.rest().isEmpty()) {
            out.println(screen.bold("Not probed"));
            outcome.rest()
                    .forEach(one ->
                            screen.wrap("  ", Columns.printable(one.toString())).forEach(out::println));
        }
    }

    private void host(TargetResult target, HostResult host, boolean isNamed, PrintWriter out) {
        if (isNamed) {
            out.println(screen.bold(Columns.printable(target.target().name())));
        }
        var text = new LadderText(out, screen, Screen.isTerminal());
        text.print(host.ladder());
        host.unmet().forEach(unmet -> text.entry("Not met", red(Columns.printable(unmet.toString()))));
        explored(host.explored(), text);
        out.println();
    }

    private static void explored(Explored explored, LadderText text) {
        explored.answering().forEach(one -> text.entry("Answers", Columns.printable(one.toString())));
        explored.conclusion().ifPresent(words -> text.entry("So", Columns.printable(words)));
    }

    private String red(String words) {
        return screen.style("fg(red)", words);
    }
}
