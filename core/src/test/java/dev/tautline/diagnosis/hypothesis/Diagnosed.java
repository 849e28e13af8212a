package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Scenes;
import dev.tautline.diagnosis.Symptoms;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the whole catalogue says of a scene.
record Diagnosed(Diagnosis diagnosis) {
    static Diagnosed of(Scene scene, Change... changes) {
        var changed = changes.length == 0 ? scene : Scenes.with(scene, changes);
        return new Diagnosed(new Diagnostician(Hypotheses.all()).diagnose(changed, Symptoms.in(changed)));
    }

    /// `cause on subject`, or `nothing`.
    String named() {
        var cause = diagnosis.cause();
        return cause == null ? "nothing" : cause.cause().id() + " on " + cause.subject();
    }

    Strength strength() {
        return Objects.requireNonNull(diagnosis.cause()).strength();
    }

    List<String> evidence() {
        return Objects.requireNonNull(diagnosis.cause()).evidence();
    }

    /// The cause and whatever else fits.
    Set<String> fitting() {
        return Stream.concat(Stream.ofNullable(diagnosis.cause()), diagnosis.alsoFits().stream())
                .map(fits -> fits.cause().id())
                .collect(Collectors.toSet());
    }

    Set<String> ruledOut() {
        return diagnosis.ruledOut().stream().map(out -> out.cause().id()).collect(Collectors.toSet());
    }

    Set<String> open() {
        return diagnosis.open().stream().map(open -> open.cause().id()).collect(Collectors.toSet());
    }
}
