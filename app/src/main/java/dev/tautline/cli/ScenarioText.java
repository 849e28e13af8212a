package dev.tautline.cli;

import dev.tautline.scenario.Expectation;
import dev.tautline.scenario.Outcome;
import dev.tautline.scenario.Outcome.Verdict;
import dev.tautline.scenario.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Scenarios and how they went, for people.
final class ScenarioText {
    private ScenarioText() {}

    static void list(List<Scenario> scenarios, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("SCENARIO", "WHEN", "THEN", "TITLE"));
        scenarios.forEach(scenario -> rows.add(List.of(
                scenario.id(),
                scenario.strikes().stream().map(Scenario.Strike::written).collect(Collectors.joining(" + ")),
                expected(scenario.expected()),
                scenario.title())));
        new TextTable(rows).print(out);
        out.flush();
    }

    static void outcomes(List<Outcome> outcomes, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("SCENARIO", "DETECTED", "NAMED", "WELL AGAIN", "CAUSE", "VERDICT"));
        outcomes.forEach(outcome -> rows.add(List.of(
                outcome.scenario().id(),
                seconds(outcome.times().detected()),
                seconds(outcome.times().named()),
                seconds(outcome.times().healed()),
                outcome.times().cause().orElse("-"),
                verdict(outcome.verdict()))));
        new TextTable(rows).print(out);
        out.printf(
                "%n%d met, %d not met, %d skipped%n",
                count(outcomes, Verdict.Met.class),
                count(outcomes, Verdict.NotMet.class),
                count(outcomes, Verdict.Skipped.class));
        out.flush();
    }

    private static String expected(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Named named -> String.join(" or ", new TreeSet<>(named.causes()));
            case Expectation.Quiet _ -> "nobody is woken";
        };
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met _ -> "met";
            case Verdict.NotMet(var shortfalls) -> "NOT MET: " + String.join("; ", shortfalls);
            case Verdict.Skipped(var reason) -> "skipped: " + reason;
        };
    }

    private static long count(List<Outcome> outcomes, Class<? extends Verdict> kind) {
        return outcomes.stream()
                .filter(outcome -> kind.isInstance(outcome.verdict()))
                .count();
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(known -> String.format(Locale.ROOT, "%.1f s", known.toMillis() / 1000.0))
                .orElse("-");
    }
}
