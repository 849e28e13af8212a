package dev.tautline.gameday;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.lab.LabException;
import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Intensity;
import dev.tautline.lab.fault.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be injected here, and what there is to guess.
///
/// @param obstacles why a fault of the catalogue cannot be injected here, by kind; empty for one that can
/// @param causes that a fault which can be injected here may have to be called, by title
record Choices(Map<FaultKind, Optional<String>> obstacles, List<Cause> causes) {
    private static final Map<String, Cause> KNOWN = Hypotheses.all().stream()
            .flatMap(hypothesis -> hypothesis.causes().stream())
            .collect(Collectors.toMap(Cause::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));

    /// Asks each kind; to be asked while the lab is well.
    static Choices in(Lab lab) {
        var obstacles = new LinkedHashMap<FaultKind, Optional<String>>();
        Faults.all().forEach(kind -> obstacles.put(kind, obstacle(kind, lab)));
        var ids = new TreeSet<String>();
        obstacles.forEach((kind, obstacle) -> {
            if (obstacle.isEmpty()) {
                ids.addAll(kind.page().mustSpeak());
            }
        });
        var causes = ids.stream()
                .map(Choices::cause)
                .sorted((one, other) -> one.title().compareTo(other.title()))
                .toList();
        return new Choices(Map.copyOf(obstacles), causes);
    }

    private static Optional<String> obstacle(FaultKind kind, Lab lab) {
        try {
            return switch (kind.create(Intensity.USUAL).feasibleIn(lab)) {
                case Feasibility.Possible _ -> Optional.empty();
                case Feasibility.Impossible(var reason) -> Optional.of(reason);
            };
        } catch (LabException unknown) {
            return Optional.of("cannot tell: " + unknown.getMessage());
        }
    }

    /// The cause with this id, as the guard calls it.
    static Cause cause(String id) {
        var known = KNOWN.get(id);
        if (known == null) {
            throw new IllegalStateException("a fault's page has '%s', which the guard cannot name".formatted(id));
        }
        return known;
    }

    List<FaultKind> possible() {
        return Faults.all().stream()
                .filter(kind -> obstacles.getOrDefault(kind, Optional.of("")).isEmpty())
                .toList();
    }

    /// @throws UnknownCause with the nearest one, when this is none to choose
    void refuseUnknown(String guess) {
        var ids = Stream.concat(causes.stream().map(Cause::id), Stream.of(Guess.NOTHING_WRONG))
                .toList();
        if (!ids.contains(guess)) {
            throw new UnknownCause(guess, ids);
        }
    }
}
