package dev.tautline.scenario;

import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardIncident.Cause;
import dev.tautline.published.GuardIncident.RuledOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds what a guard published against what a scenario expects. Pure.
final class Judge {
    private Judge() {}

    /// Whether there is nothing left to wait for: what is expected has been said, or a wrong name has.
    static boolean isAnswered(Expectation.Named expected, List<GuardIncident> seen) {
        return firstNamed(seen)
                .map(incident ->
                        !names(expected, incident) || ruledOut(incident).containsAll(expected.ruledOut()))
                .orElse(false);
    }

    /// What is missing, late or wrong.
    ///
    /// @param seen incidents that opened since the injection began
    /// @param onset when the fault was in force
    static List<String> shortfalls(Expectation.Named expected, List<GuardIncident> seen, Instant onset) {
        var shortfalls = new ArrayList<String>();
        if (seen.isEmpty()) {
            shortfalls.add("no incident opened");
            return shortfalls;
        }
        late("detected", detected(seen, onset), expected.detectedWithin()).ifPresent(shortfalls::add);
        var first = firstNamed(seen);
        if (first.isEmpty()) {
            shortfalls.add("no cause was named; expected " + wanted(expected));
            return shortfalls;
        }
        if (!names(expected, first.get())) {
            shortfalls.add("named " + told(first.get()) + "; expected " + wanted(expected));
        }
        late("named", named(seen, onset), expected.namedWithin()).ifPresent(shortfalls::add);
        var missing = new TreeSet<>(expected.ruledOut());
        missing.removeAll(ruledOut(first.get()));
        missing.forEach(id -> shortfalls.add("did not rule out " + id));
        return shortfalls;
    }

    /// What was told although nobody had to be woken.
    static List<String> disturbances(List<GuardIncident> seen) {
        return seen.stream()
                .map(incident ->
                        "an incident opened: " + (incident.cause() == null ? "no cause named" : told(incident)))
                .toList();
    }

    static Optional<Duration> detected(List<GuardIncident> seen, Instant onset) {
        return seen.stream()
                .map(GuardIncident::detectedAt)
                .min(Comparator.naturalOrder())
                .map(at -> since(onset, at));
    }

    static Optional<Duration> named(List<GuardIncident> seen, Instant onset) {
        return firstNamed(seen).map(GuardIncident::namedAt).map(at -> since(onset, at));
    }

    /// The incident whose cause was named before those of all others.
    static Optional<GuardIncident> firstNamed(List<GuardIncident> seen) {
        return seen.stream()
                .filter(incident -> incident.cause() != null && incident.namedAt() != null)
                .min(Comparator.comparing(incident -> Objects.requireNonNull(incident.namedAt())));
    }

    static Optional<String> late(String what, Optional<Duration> took, Duration allowed) {
        return took.filter(time -> time.compareTo(allowed) > 0)
                .map(time -> "%s after %s, allowed are %s".formatted(what, seconds(time), seconds(allowed)));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static boolean names(Expectation.Named expected, GuardIncident incident) {
        var cause = incident.cause();
        return cause != null
                && expected.causes().contains(cause.id())
                && expected.subject().map(cause.subject()::equals).orElse(true);
    }

    private static Set<String> ruledOut(GuardIncident incident) {
        return incident.ruledOut().stream().map(RuledOut::id).collect(Collectors.toSet());
    }

    private static String wanted(Expectation.Named expected) {
        return String.join(" or ", new TreeSet<>(expected.causes()))
                + expected.subject().map(subject -> " on " + subject).orElse("");
    }

    private static String told(GuardIncident incident) {
        Cause cause = Objects.requireNonNull(incident.cause());
        return cause.id() + " on " + cause.subject();
    }

    private static Duration since(Instant onset, Instant at) {
        var since = Duration.between(onset, at);
        return since.isNegative() ? Duration.ZERO : since;
    }
}
