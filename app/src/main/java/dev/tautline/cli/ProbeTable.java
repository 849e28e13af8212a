package dev.tautline.cli;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.targets.HostResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many targets at a glance: a row for each address with the time of each layer, and the verdict.
final class ProbeTable {
    private static final int WORDS_LEFT = 4;
    private static final String GAP = "  ";

    private final Screen screen;

    ProbeTable(Screen screen) {
        this.screen = screen;
    }

    /// The heads of the columns; times are in milliseconds.
    static List<String> heads(ProbeOutcome outcome) {
        return Stream.of(
                        Stream.of("target", "address", "role", "version"),
                        outcome.steps().stream().map(Lowercase::of),
                        Stream.of("verdict"))
                .flatMap(heads -> heads)
                .toList();
    }

    /// The cells of one row.
    static List<String> cells(ProbeOutcome outcome, String target, HostResult host) {
        var ladder = host.ladder();
        return Stream.of(
                        Stream.of(target, address(ladder), role(ladder), version(ladder)),
                        ladder.steps().stream()
                                .filter(step -> outcome.steps().contains(step.step()))
                                .map(ProbeTable::time),
                        Stream.of(verdict(host)))
                .flatMap(cells -> cells)
                .toList();
    }

    /// One word for a row: what failed, or that nothing did.
    static String verdict(HostResult host) {
        return host.ladder()
                .failure()
                .map(failed -> failed.failure().kind().id())
                .orElseGet(() ->
                        host.unmet().isEmpty() ? "ok" : Count.of(host.unmet().size(), "expectation") + " not met");
    }

    void print(ProbeOutcome outcome, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(heads(outcome));
        for (var target : outcome.targets()) {
            target.hosts()
                    .forEach(host -> rows.add(cells(outcome, target.target().name(), host)));
        }
        var widths = widths(rows);
        out.println(screen.bold(line(rows.getFirst(), widths)));
        var hosts = outcome.hosts();
        IntStream.range(0, hosts.size()).forEach(i -> {
            var style = hosts.get(i).isClean() ? "" : "fg(red)";
            var line = line(rows.get(i + 1), widths);
            out.println(style.isEmpty() ? line : screen.style(style, line));
        });
        out.println(Count.of(outcome.targets().size(), "target") + " probed, " + outcome.failed() + " failed");
    }

    private static int[] widths(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .map(i -> rows.stream()
                        .mapToInt(row -> Columns.of(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /// Words begin at the left of their column, numbers end at its right.
    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = Columns.printable(cells.get(i));
            var pad = " ".repeat(Math.max(0, widths[i] - Columns.of(cell)));
            boolean isNumber = i >= WORDS_LEFT && i < cells.size() - 1;
            line.append(i == 0 ? "" : GAP).append(isNumber ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String address(LadderResult ladder) {
        var address = ladder.address();
        return address == null
                ? ladder.target().endpoint()
                : (address.getHostAddress().contains(":")
                                ? "[" + address.getHostAddress() + "]"
                                : address.getHostAddress())
                        + ":" + ladder.target().port();
    }

    private static String role(LadderResult ladder) {
        var role = ladder.role();
        return role == null ? "-" : role.inRecovery() ? "standby" : role.readOnly() ? "read-only" : "primary";
    }

    private static String version(LadderResult ladder) {
        var server = ladder.server();
        return server == null ? "-" : server.version().replaceFirst(" .*", "");
    }

    private static String time(StepResult step) {
        return switch (step) {
            case Passed passed -> "%.1f".formatted(passed.took().toNanos() / 1e6);
            case Failed ignored -> "FAILED";
            case Skipped ignored -> "-";
        };
    }
}
