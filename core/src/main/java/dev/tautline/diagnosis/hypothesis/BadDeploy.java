package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What was started last suffers, and what was started before does not: the new version, or what it was started
/// with. Where nothing older is left to compare with, it must never have been well since its start.
final class BadDeploy implements Hypothesis {
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final int MOST = 5;

    /// A blip between is no health.
    private static final int WELL_SECONDS = 3;

    private static final Cause CAUSE = new Cause("bad-deploy", "What was deployed last suffers", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var suffering = scene.instances().stream()
                .filter(instance -> symptoms.on(instance.name()) && instance.silentSeconds() == 0)
                .toList();
        if (suffering.isEmpty()) {
            return scene.instances().isEmpty()
                    ? new Unknown("no agent has answered yet")
                    : new Refuted("no instance suffers");
        }
        var started = scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.INSTANCE_START
                        && Duration.between(change.at(), scene.at()).compareTo(LATELY) <= 0)
                .toList();
        if (started.isEmpty()) {
            return new Refuted("no instance was started in the last %d minutes".formatted(LATELY.toMinutes()));
        }
        boolean justThose = scene.instances().stream()
                .allMatch(instance -> symptoms.on(instance.name()) == isNew(instance, started));
        if (!justThose) {
            return new Refuted("what suffers is not what was started last: %s was"
                    .formatted(String.join(
                            ", ",
                            started.stream().map(Change::subject).distinct().toList())));
        }
        boolean compared = scene.instances().stream().anyMatch(instance -> !symptoms.on(instance.name()));
        return compared ? supported(scene, suffering, started) : alone(scene, suffering, started);
    }

    /// All of them are new.
    private static Judgement alone(Scene scene, List<InstanceView> suffering, List<Change> started) {
        var wellAfterwards = suffering.stream()
                .filter(instance -> instance.secondsWell() >= WELL_SECONDS)
                .findFirst();
        if (wellAfterwards.isPresent()) {
            return new Unknown("%s was well for %d s after its start"
                    .formatted(wellAfterwards.get().name(), wellAfterwards.get().secondsWell()));
        }
        if (scene.routes().stream().anyMatch(route -> route.failure().isPresent())) {
            return new Unknown("new connections from here fail, too");
        }
        if (suffering.stream().anyMatch(instance -> instance.warmsUp(scene.at()))) {
            return new Unknown("%s has only just started, and nothing older is left to compare it with"
                    .formatted(started.getFirst().subject()));
        }
        return supported(scene, suffering, started);
    }

    private static Supported supported(Scene scene, List<InstanceView> suffering, List<Change> started) {
        var evidence = new ArrayList<>(started.stream().map(Change::dated).toList());
        scene.changes().reversed().stream()
                .filter(change -> change.kind() == Change.Kind.CLIENT_SETTING)
                .limit(MOST)
                .map(Change::dated)
                .forEach(evidence::add);
        return new Supported(
                CAUSE,
                suffering.getFirst().name(),
                Strength.LIKELY,
                "just those instances suffer that were started last",
                evidence,
                "Roll back what was deployed last; then compare the two versions.",
                started.getFirst());
    }

    private static boolean isNew(InstanceView instance, List<Change> started) {
        return started.stream().anyMatch(change -> change.subject().equals(instance.name()));
    }
}
