package dev.tautline.incident;

import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Judgement.Supported;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One second's diagnosis, divided among incidents.
final class Diagnoses {
    private Diagnoses() {}

    /// All causes that fit, the firmest first.
    static List<Supported> fitting(Diagnosis diagnosis) {
        return Stream.concat(Stream.ofNullable(diagnosis.cause()), diagnosis.alsoFits().stream())
                .toList();
    }

    /// The same with only these of the causes that fit; what was ruled out is so for everybody.
    static Diagnosis only(Diagnosis diagnosis, Predicate<Supported> wanted) {
        var fitting = fitting(diagnosis).stream().filter(wanted).toList();
        return new Diagnosis(
                diagnosis.at(),
                fitting.isEmpty() ? null : fitting.getFirst(),
                fitting.isEmpty() ? List.of() : fitting.subList(1, fitting.size()),
                diagnosis.ruledOut(),
                diagnosis.open());
    }
}
