package dev.tautline.check;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Stage;

/// A rule that compares several clients, hops or servers.
public non-sealed interface LinkRule extends Rule {
    Verdict judge(Link link);

    /// A finding about something whose stage is known: what serves no customer weighs less.
    default Finding at(Stage stage, Finding finding) {
        return finding.withSeverity(Circumstances.at(stage).weigh(finding.severity()));
    }
}
