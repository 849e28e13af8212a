package dev.tautline.cli;

import dev.tautline.probe.Failure;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi.Style;

/// One climb for a reader: a line per step, then what is at fault and what to do. Colour only where it will
/// show.
///
/// @param isBroken long lines are broken below their words, for a terminal; commands never are, so that they can be
/// copied
record LadderText(PrintWriter out, Screen screen, boolean isBroken) {
    private static final int MICROS_PER_MILLI = 1_000;
    private static final String ENTRY = "  %-13s";
    private static final String BELOW_WORDS = " ".repeat(36);
    private static final String COMMAND = "Next";

    void print(LadderResult result) {
        out.println(paint(Style.bold, Columns.printable(heading(result))));
        result.steps().forEach(this::print);
        new EvidenceText(this::entry).print(result);
        result.failure().ifPresent(failed -> print(failed, failed.failure()));
    }

    private static String heading(LadderResult result) {
        var target = result.target();
        var address = result.address();
        return target.endpoint()
                + (address == null || address.getHostAddress().equals(target.host())
                        ? ""
                        : " at " + address.getHostAddress())
                + "  database " + target.database() + ", user " + target.user() + ", sslmode=" + target.sslMode();
    }

    private void print(StepResult result) {
        switch (result) {
            case Passed passed -> line(result, Style.fg_green, "passed", time(passed.took()), passed.evidence());
            case Failed failed ->
                line(
                        result,
                        Style.fg_red,
                        "FAILED",
                        time(failed.took()),
                        failed.failure().words());
            case Skipped skipped -> line(result, Style.faint, "-", "", skipped.why());
        }
    }

    private void line(StepResult result, Style style, String verdict, String time, String words) {
        var name = "%-13s".formatted(name(result));
        var shown = "%-7s".formatted(verdict);
        var lines = broken(BELOW_WORDS, Columns.printable(words));
        out.println("  " + name + paint(style, shown) + "%12s  ".formatted(time)
                + lines.getFirst().strip());
        lines.stream().skip(1).forEach(out::println);
    }

    private List<String> broken(String indent, String words) {
        return isBroken ? screen.wrap(indent, words) : List.of(indent + words);
    }

    private void print(Failed failed, Failure failure) {
        out.println();
        var code = failure.code().isEmpty() ? "" : " (" + failure.code() + ")";
        entry(
                "At fault",
                paint(Style.fg_red, name(failed) + ": " + failure.kind().id() + code));
        entry("Cause", failure.cause());
        entry("Said", failure.words());
        entry("Fine", failure.provenFine());
        entry("Owner", failure.owner().name().toLowerCase(Locale.ROOT));
        entry(COMMAND, failure.next());
        entry("Fix", failure.fix());
        entry("More", "taut explain " + failure.kind().id());
    }

    void entry(String label, String text) {
        var first = ENTRY.formatted(label);
        if (label.equals(COMMAND) || text.isEmpty()) {
            out.println(first + text);
            return;
        }
        var lines = broken(ENTRY.formatted(""), text);
        out.println(first + lines.getFirst().substring(first.length()));
        lines.stream().skip(1).forEach(out::println);
    }

    private void entry(String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            entry(i == 0 ? label : "", Columns.printable(lines.get(i)));
        }
    }

    private String paint(Style style, String text) {
        return screen.ansi().enabled() ? style.on() + text + Style.reset.on() : text;
    }

    private static String name(StepResult result) {
        return result.step().name().toLowerCase(Locale.ROOT);
    }

    private static String time(Duration took) {
        long micros = took.toNanos() / 1_000;
        return micros < MICROS_PER_MILLI ? micros + " µs" : "%.1f ms".formatted(micros / (double) MICROS_PER_MILLI);
    }
}
