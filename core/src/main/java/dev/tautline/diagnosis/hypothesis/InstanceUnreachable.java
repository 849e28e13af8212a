package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;

/// An application's agent has stopped answering: the application is down, hangs, or cannot be reached from here.
/// The database is not what is wrong with it as long as its ladders reach the top.
final class InstanceUnreachable implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("instance-unreachable", "Application instance does not answer", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        if (scene.instances().isEmpty()) {
            return new Unknown("no agent has answered yet");
        }
        var silent = scene.instances().stream()
                .filter(instance -> symptoms.all().stream()
                        .anyMatch(symptom -> symptom.kind() == Symptom.Kind.INSTANCE_SILENT
                                && symptom.subject().equals(instance.name())))
                .toList();
        if (silent.isEmpty()) {
            return new Refuted("all %d instances have just answered, or are silent for no longer than a deploy takes"
                    .formatted(scene.instances().size()));
        }
        return supported(silent, scene);
    }

    private static Supported supported(List<InstanceView> silent, Scene scene) {
        var evidence = new ArrayList<String>();
        for (var instance : silent) {
            evidence.add("%s: silent for %.0f s%s"
                    .formatted(
                            instance.name(),
                            instance.silentSeconds(),
                            instance.process().problem() == null
                                    ? ""
                                    : " (" + instance.process().problem() + ")"));
        }
        int others = scene.instances().size() - silent.size();
        evidence.add(others == 0 ? "no instance answers" : "%d other instances answer".formatted(others));
        scene.routes().stream()
                .filter(route -> route.passes())
                .forEach(route -> evidence.add("a new connection to " + route.target() + " reaches the top"));
        return new Supported(
                CAUSE,
                silent.getFirst().name(),
                Strength.LIKELY,
                "%s does not answer any more".formatted(silent.getFirst().name()),
                evidence,
                "See whether %s runs and answers on its own machine; then whether the guard may reach it."
                        .formatted(silent.getFirst().name()),
                null);
    }
}
