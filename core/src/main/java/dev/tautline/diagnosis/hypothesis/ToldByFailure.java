package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A cause that a failed step itself names. A subclass says which kinds of failure, and what else speaks for the
/// cause or against it.
abstract class ToldByFailure implements Hypothesis {
    private final Cause cause;
    private final Step step;
    private final Set<FailureKind> kinds;

    ToldByFailure(Cause cause, Step step, FailureKind first, FailureKind... others) {
        this.cause = cause;
        this.step = step;
        this.kinds = EnumSet.of(first, others);
    }

    @Override
    public final Cause cause() {
        return cause;
    }

    final Set<FailureKind> kinds() {
        return kinds;
    }

    @Override
    public final Judgement judge(Scene scene, Symptoms symptoms) {
        var contradictions = new ArrayList<String>();
        for (var failure : PathFailure.in(scene)) {
            if (kinds.contains(failure.kind())) {
                var contradiction = contradiction(failure, scene);
                if (contradiction.isEmpty()) {
                    return supported(failure, scene);
                }
                contradictions.add(contradiction.get());
            }
        }
        return contradictions.isEmpty() ? Climbed.judge(scene, step) : contradicted(contradictions);
    }

    /// A number speaks against each failure that would fit.
    Judgement contradicted(List<String> contradictions) {
        return new Refuted(contradictions);
    }

    private Supported supported(PathFailure failure, Scene scene) {
        var change = change(failure, scene).orElse(null);
        var evidence = new ArrayList<String>();
        PathFailure.in(scene).stream()
                .filter(other -> kinds.contains(other.kind()))
                .map(PathFailure::describe)
                .distinct()
                .forEach(evidence::add);
        evidence.addAll(failure.provenFine());
        evidence.addAll(more(failure, scene));
        evidence.addAll(LoggedRefusals.like(failure.kind(), scene));
        if (change != null) {
            evidence.add(change.dated());
        }
        return new Supported(
                cause,
                Suffering.subject(failure, scene),
                strength(failure, scene, change),
                statement(failure, scene),
                evidence,
                fix(failure, scene),
                change);
    }

    /// What else speaks for it; nothing by default.
    List<String> more(PathFailure failure, Scene scene) {
        return List.of();
    }

    /// Why it is not this cause although the kind of the failure would fit; nothing by default.
    Optional<String> contradiction(PathFailure failure, Scene scene) {
        return Optional.empty();
    }

    /// The change that led to it, when one is known.
    Optional<Change> change(PathFailure failure, Scene scene) {
        return Optional.empty();
    }

    /// What the server or the peer says of itself is certain, unless nobody knows whose words these are. A change of
    /// the watched server that fits the words tells that they are its own.
    Strength strength(PathFailure failure, Scene scene, @Nullable Change change) {
        return change == null && Suffering.mayKeepFormer(failure, scene) ? Strength.LIKELY : Strength.CERTAIN;
    }

    String statement(PathFailure failure, Scene scene) {
        return failure.describe();
    }

    String fix(PathFailure failure, Scene scene) {
        return failure.fix();
    }
}
