package dev.tautline.cli;

import dev.tautline.check.rules.Rules;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// For build servers: a suite per family of rules. A finding is a failure; a rule that could not decide or was
/// suppressed is skipped with its reason; a rule that found nothing passes.
final class CheckJunit implements CheckFormat.Renderer {
    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        JunitSuites.write("taut check", suites(outcome), out);
    }

    private static Map<String, List<JunitCase>> suites(CheckOutcome outcome) {
        var suites = new TreeMap<String, List<JunitCase>>();
        for (var rule : Rules.all()) {
            suites.computeIfAbsent(rule.family(), family -> new ArrayList<>())
                    .addAll(JunitCase.of(rule, outcome.report()));
        }
        if (!outcome.report().problems().isEmpty()) {
            suites.put(
                    "reading",
                    outcome.report().problems().stream().map(JunitCase::of).toList());
        }
        return suites;
    }
}
