package dev.tautline.check;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Stage;
import java.util.List;
import java.util.function.Function;

/// A rule that compares several clients, hops or servers.
public non-sealed interface LinkRule extends Rule {
    Verdict judge(Link link);

    /// Judges what is sure to lead somewhere, and only where that shows nothing, also what may lead there: a hop that
    /// only its port tells. Such a finding weighs less, and says what it rests on.
    static Verdict onRoutes(List<Route> routes, Function<List<Route>, Verdict> judgement) {
        var guesses = routes.stream().filter(Circumstances::isGuess).toList();
        if (guesses.isEmpty()) {
            return judgement.apply(routes);
        }
        var sure = judgement.apply(
                routes.stream().filter(route -> !guesses.contains(route)).toList());
        return sure instanceof Verdict.Violation
                ? sure
                : switch (judgement.apply(routes)) {
                    case Verdict.Violation found ->
                        Verdict.of(found.findings().stream()
                                .map(finding -> Circumstances.told(finding, guesses.getFirst())
                                        .withSeverity(Circumstances.of(guesses.getFirst())
                                                .weigh(finding.severity())))
                                .toList());
                    case Verdict other -> other;
                };
    }

    /// A finding about something whose stage is known: what serves no customer weighs less.
    default Finding at(Stage stage, Finding finding) {
        return finding.withSeverity(Circumstances.at(stage).weigh(finding.severity()));
    }
}
