package dev.tautline.finding;

import java.util.List;

/// What a rule says about one link. "Cannot tell" is a verdict of its own and never a silent pass.
public sealed interface Verdict {
    /// The rule applies, and all is well.
    record Pass() implements Verdict {}

    /// The rule is broken, in one place or in several.
    record Violation(List<Finding> findings) implements Verdict {
        public Violation {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a violation needs a finding");
            }
        }
    }

    /// It depends on something that is not known; `why` says what, and how to make it known.
    record Undecided(String why) implements Verdict {}

    /// The rule is about something that is not there.
    record NotApplicable(String why) implements Verdict {}

    Verdict PASS = new Pass();

    static Verdict undecided(String why) {
        return new Undecided(why);
    }

    static Verdict notApplicable(String why) {
        return new NotApplicable(why);
    }

    static Verdict violation(Finding finding) {
        return new Violation(List.of(finding));
    }

    /// A violation, or a pass when nothing was found.
    static Verdict of(List<Finding> findings) {
        return findings.isEmpty() ? PASS : new Violation(findings);
    }
}
