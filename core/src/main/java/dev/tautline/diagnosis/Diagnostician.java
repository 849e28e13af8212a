package dev.tautline.diagnosis;

import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Judges all hypotheses on one scene. Of several that fit, the firmer one is the cause; of equally firm ones the one
/// that stands first in the catalogue, which is sorted from the root outwards.
public final class Diagnostician {
    private final List<Hypothesis> hypotheses;

    public Diagnostician(List<Hypothesis> hypotheses) {
        this.hypotheses = List.copyOf(hypotheses);
    }

    public Diagnosis diagnose(Scene scene, Symptoms symptoms) {
        var supported = new ArrayList<Supported>();
        var ruledOut = new ArrayList<RuledOut>();
        var open = new ArrayList<Open>();
        for (var hypothesis : hypotheses) {
            switch (hypothesis.judge(scene, symptoms)) {
                case Supported because -> supported.add(because);
                case Refuted(var evidence) -> ruledOut.add(new RuledOut(hypothesis.cause(), evidence));
                case Unknown(var why) -> open.add(new Open(hypothesis.cause(), why));
            }
        }
        supported.sort(Comparator.comparing(Supported::strength).reversed());
        return new Diagnosis(
                scene.at(),
                supported.isEmpty() ? null : supported.getFirst(),
                supported.isEmpty() ? List.of() : List.copyOf(supported.subList(1, supported.size())),
                List.copyOf(ruledOut),
                List.copyOf(open));
    }
}
