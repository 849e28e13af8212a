package dev.tautline.ground;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.fault.Group;
import dev.tautline.scoring.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The catalogue's faults as challenges: each page says which diagnosis must speak, which no watcher ever reads.
public final class FaultChallenges {
    /// Long enough for what grows, such as a leak.
    public static final Duration USUAL_HOLD = Duration.ofSeconds(45);

    private static final Duration QUIET_HOLD = Duration.ofSeconds(20);

    private static final Set<String> DANGERS = Hypotheses.dangers().stream()
            .flatMap(danger -> danger.causes().stream())
            .map(Cause::id)
            .collect(Collectors.toUnmodifiableSet());

    private FaultChallenges() {}

    /// At their usual intensity.
    ///
    /// @param hold of a fault that nobody names
    public static List<Challenge> of(List<FaultKind> kinds, Duration hold) {
        return kinds.stream().map(kind -> of(kind, hold)).toList();
    }

    private static Challenge of(FaultKind kind, Duration hold) {
        var causes = Set.copyOf(kind.page().mustSpeak());
        // Where one of its names is that of an outage, only who is hurt is owed a page.
        boolean foreseeable = !causes.isEmpty() && DANGERS.containsAll(causes);
        boolean control = kind.group() == Group.CONTROL && causes.isEmpty();
        return new Challenge(kind.id(), causes, foreseeable, control ? QUIET_HOLD : hold);
    }
}
