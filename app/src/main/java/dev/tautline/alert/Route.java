package dev.tautline.alert;

import dev.tautline.alert.quiet.Labels;
import dev.tautline.alert.quiet.Matcher;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which incidents go to whom. All routes that match count.
///
/// @param owners of causes; none for all
/// @param atLeast the least severity
/// @param matchers all must match
/// @param to names of receivers
public record Route(Set<Owner> owners, Severity atLeast, List<Matcher> matchers, Set<String> to) {
    /// @param owner null for an incident whose owner nobody knows yet
    boolean leads(@Nullable Owner owner, Severity severity, Labels labels) {
        return (owners.isEmpty() || (owner != null && owners.contains(owner))) && matchesBut(severity, labels);
    }

    /// Whether it would match with another owner.
    boolean matchesBut(Severity severity, Labels labels) {
        return severity.compareTo(atLeast) <= 0 && matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
