package dev.tautline.check.policy;

import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;

/// A comment that accepts the findings of one rule on one line. `at` is the comment's place, `line` the line that it
/// covers.
record InlineSuppression(Origin.InFile at, int line, String rule, String reason) {
    boolean covers(Finding finding) {
        return rule.equals(finding.rule())
                && finding.at()
                        .place()
                        .filter(place -> place.line() == line && place.file().equals(at.file()))
                        .isPresent();
    }
}
