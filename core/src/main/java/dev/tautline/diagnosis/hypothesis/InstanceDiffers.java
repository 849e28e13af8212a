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
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;

/// One instance suffers, its siblings do the same work without, and its settings differ from theirs.
final class InstanceDiffers implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("instance-differs", "One instance is configured differently", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var suffering = scene.instances().stream()
                .filter(instance -> symptoms.on(instance.name()) && instance.silentSeconds() == 0)
                .toList();
        if (scene.instances().size() < 2) {
            return new Unknown("there is no sibling to compare with");
        }
        if (suffering.isEmpty() || suffering.size() == scene.instances().size()) {
            return new Refuted("%d of %d instances suffer"
                    .formatted(suffering.size(), scene.instances().size()));
        }
        for (var instance : suffering) {
            var sibling = Siblings.healthy(instance, scene, symptoms);
            if (sibling.isPresent()) {
                var differences = Siblings.differences(instance, sibling.get());
                if (!differences.isEmpty()) {
                    return supported(instance, sibling.get(), differences);
                }
            }
        }
        return new Refuted("those that suffer are configured like those that do not");
    }

    private static Supported supported(InstanceView instance, InstanceView sibling, List<String> differences) {
        var evidence = new ArrayList<String>();
        evidence.add(instance.name() + " suffers, " + sibling.name() + " does not");
        evidence.addAll(differences);
        return new Supported(
                CAUSE,
                instance.name(),
                Strength.LIKELY,
                "%s suffers alone, and its settings differ from those of %s".formatted(instance.name(), sibling.name()),
                evidence,
                "Give %s the settings of %s and redeploy it.".formatted(instance.name(), sibling.name()),
                null);
    }
}
