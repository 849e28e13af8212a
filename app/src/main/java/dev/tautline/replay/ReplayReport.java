package dev.tautline.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// History beside now, in a table; then what the guard said.
final class ReplayReport {
    private static final String ROW = "  %-22s %18s %18s%n";

    private final PrintWriter out;
    private final Ansi ansi;

    ReplayReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(ReplayResult result) {
        var history = result.outage().history();
        out.printf("%s: %s%n%n", result.outage().id(), result.outage().title());
        out.printf(Locale.ROOT, ROW, "", "history", "now");
        out.printf(Locale.ROOT, ROW, "detected after", "not known", seconds(result.detected()));
        out.printf(Locale.ROOT, ROW, "cause named after", minutes(history.causeNamed()), seconds(result.named()));
        out.printf(Locale.ROOT, ROW, "resolved after", minutes(history.resolved()), seconds(result.resolved()));
        out.printf(
                Locale.ROOT,
                ROW,
                "share of users hit",
                percent(history.usersHit()),
                percent(result.incident().impact().shareOfVisitors()));
        out.printf(Locale.ROOT, ROW, "  by their own count", "", percent(result.shoppersHit()));
        out.printf(Locale.ROOT, ROW, "alarms before it", "", result.alarmsBefore());
        out.println();
        cause(result);
        ruledOut(result);
        verdict(result.shortfalls());
        out.flush();
    }

    private void cause(ReplayResult result) {
        out.println("  done to it   " + result.outage().injected());
        var cause = result.incident().cause();
        if (cause != null) {
            out.println(ansi.string("  named        @|bold " + cause.title() + "|@: ") + cause.statement());
            cause.evidence().forEach(line -> out.println("               " + line));
            out.println("  fix          " + cause.fix());
        }
    }

    private void ruledOut(ReplayResult result) {
        for (var ruled : result.incident().ruledOut()) {
            boolean wanted = result.outage().expected().ruledOut().contains(ruled.id());
            out.println("  ruled out  " + (wanted ? "* " : "  ") + ruled.title() + ": "
                    + String.join("; ", ruled.evidence()));
        }
        for (var open : result.incident().undecided()) {
            out.println("  undecided    " + open.title() + ": " + open.why());
        }
        out.println("             * had to be ruled out: history suspected it");
    }

    private void verdict(List<String> shortfalls) {
        out.println();
        if (shortfalls.isEmpty()) {
            out.println(ansi.string(
                    "  @|green The guard was right|@: the cause is the one that was injected, and every expected"
                            + " suspicion was ruled out."));
        } else {
            shortfalls.forEach(line -> out.println(ansi.string("  @|red wrong|@  ") + line));
        }
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "never" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + " min";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
