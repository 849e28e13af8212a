package dev.tautline.dashboard;

import dev.tautline.probe.StepResult.Failed;
import java.util.List;
import java.util.Locale;

/// Why a ladder broke: what was said, by whom it can be mended, and the next command to type.
record FailureState(
        String step,
        String kind,
        String code,
        String words,
        String cause,
        String owner,
        List<String> provenFine,
        String next,
        String fix) {
    static FailureState of(Failed failed) {
        var failure = failed.failure();
        return new FailureState(
                StepState.word(failed.step()),
                failure.kind().id(),
                failure.code(),
                failure.words(),
                failure.cause(),
                failure.owner().name().toLowerCase(Locale.ROOT),
                failure.provenFine(),
                failure.next(),
                failure.fix());
    }
}
