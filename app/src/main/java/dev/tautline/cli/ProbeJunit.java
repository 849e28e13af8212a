package dev.tautline.cli;

import dev.tautline.cli.JunitCase.Outcome;
import dev.tautline.probe.Failure;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.targets.Explored;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.NotProbed;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.Unmet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// For build servers: a suite per target; each step at each address is a test, and so is each expectation that is not
/// met.
final class ProbeJunit implements ProbeFormat.Renderer {
    @Override
    public void render(ProbeOutcome outcome, PrintWriter out) {
        var suites = new LinkedHashMap<String, List<JunitCase>>();
        outcome.targets()
                .forEach(target -> suites.computeIfAbsent(target.target().name(), _ -> new ArrayList<>())
                        .addAll(cases(target, outcome.steps())));
        if (!outcome.rest().isEmpty()) {
            suites.put(
                    "not probed", outcome.rest().stream().map(ProbeJunit::rest).toList());
        }
        JunitSuites.write("taut probe", suites, out);
    }

    private static List<JunitCase> cases(TargetResult target, List<Step> steps) {
        var cases = new ArrayList<JunitCase>();
        for (var host : target.hosts()) {
            var at = where(host);
            host.ladder().steps().stream()
                    .filter(step -> steps.contains(step.step()))
                    .forEach(step -> cases.add(step(at, step, host.explored())));
            host.unmet().forEach(unmet -> cases.add(unmet(at, unmet)));
        }
        target.unmetRole().ifPresent(words -> cases.add(failed("role of one host", "role", words, "")));
        return cases;
    }

    private static JunitCase rest(NotProbed one) {
        return new JunitCase(one.name(), one.at().place(), Outcome.SKIPPED, "", one.why(), "");
    }

    private static String where(HostResult host) {
        var address = host.ladder().address();
        return host.ladder().target().endpoint() + (address == null ? "" : " (" + address.getHostAddress() + ")");
    }

    private static JunitCase step(String at, StepResult result, Explored explored) {
        var name = at + ": " + Lowercase.of(result.step());
        return switch (result) {
            case Passed passed -> new JunitCase(name, Optional.empty(), Outcome.PASSED, "", "", "", passed.took());
            case Failed failed ->
                new JunitCase(
                        name,
                        Optional.empty(),
                        Outcome.FAILED,
                        failed.failure().kind().id(),
                        failed.failure().cause(),
                        text(failed.failure())
                                + explored.conclusion()
                                        .map(words -> "\nSo: " + words)
                                        .orElse(""),
                        failed.took());
            case Skipped skipped -> new JunitCase(name, Optional.empty(), Outcome.SKIPPED, "", skipped.why(), "");
        };
    }

    private static String text(Failure failure) {
        var code = failure.code().isEmpty() ? "" : " (" + failure.code() + ")";
        return String.join(
                "\n",
                "Said: " + failure.words() + code,
                "Fine: " + String.join("; ", failure.provenFine()),
                "Owner: " + Lowercase.of(failure.owner()),
                "Next: " + failure.next(),
                "Fix: " + failure.fix(),
                "More: taut explain " + failure.kind().id());
    }

    private static JunitCase unmet(String at, Unmet unmet) {
        return failed(
                at + ": " + unmet.what(),
                "expectation",
                "expected " + unmet.expected() + ", found " + unmet.found(),
                unmet.toString());
    }

    private static JunitCase failed(String name, String type, String message, String text) {
        return new JunitCase(name, Optional.empty(), Outcome.FAILED, type, message, text);
    }
}
