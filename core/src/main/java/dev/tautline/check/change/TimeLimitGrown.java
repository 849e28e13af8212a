package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import java.time.Duration;
import java.util.List;

/// A limit grows to three times or more, beyond what anybody waits.
public final class TimeLimitGrown implements ClientChangeRule {
    /// After ten seconds a person turns to something else (J. Nielsen, "Response Times: The 3 Important Limits").
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.LIMIT.stream()
                .flatMap(key -> change.both(key).stream())
                .filter(limit -> limit.was().isPositive() && limit.is().compareTo(PATIENCE) > 0)
                .filter(limit -> limit.is().compareTo(limit.was().multipliedBy(3)) >= 0)
                .map(limit -> finding(
                        change,
                        "a limit grows: " + limit.after().key() + " " + limit,
                        "What fails now fails later: requests pile up behind it, and the pool is empty before the first"
                                + " error is seen.",
                        "go back to " + Words.of(limit.was()) + ", or say what needs " + Words.of(limit.is()),
                        limit.read()))
                .toList();
    }
}
