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
import java.util.List;
import java.util.Objects;

/// An instance that suffers connects with other settings than before, and has not been well since. What the change did
/// to the numbers is a better name than the change; so all others that fit come first.
final class ClientSettingsChanged implements Hypothesis {
    private static final Duration LATELY = Duration.ofMinutes(15);

    /// Who was well for so long after the change does not suffer from it.
    private static final int WELL_SECONDS = 3;

    private static final Cause CAUSE =
            new Cause("client-settings-changed", "The connection settings were changed just before", Owner.APPLICATION);

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
        var unchanged = suffering.stream()
                .filter(instance -> changes(instance, scene).isEmpty())
                .findFirst();
        if (unchanged.isPresent()) {
            return new Refuted("the settings of %s, which suffers, have not changed in the last %d minutes"
                    .formatted(unchanged.get().name(), LATELY.toMinutes()));
        }
        var first = suffering.getFirst();
        return first.secondsWell() >= WELL_SECONDS
                ? new Unknown("%s was well for %d s with them".formatted(first.name(), first.secondsWell()))
                : supported(first, changes(first, scene));
    }

    /// The newest first; those of an earlier start are in force no more.
    private static List<Change> changes(InstanceView instance, Scene scene) {
        var since = scene.changes(Change.Kind.INSTANCE_START, instance.name())
                .map(Change::at)
                .findFirst()
                .orElse(scene.at().minus(LATELY));
        return scene.changes(Change.Kind.CLIENT_SETTING, instance.name())
                .filter(change -> !change.at().isBefore(since)
                        && Duration.between(change.at(), scene.at()).compareTo(LATELY) <= 0)
                .toList();
    }

    private static Supported supported(InstanceView instance, List<Change> changes) {
        var newest = changes.getFirst();
        return new Supported(
                CAUSE,
                instance.name(),
                Strength.LIKELY,
                newest.toString(),
                changes.stream().map(Change::dated).toList(),
                newest.before() == null
                        ? "Take %s away again where nobody needs it, and see whether that mends it."
                                .formatted(newest.what())
                        : "Set %s back to %s, and see whether that mends it."
                                .formatted(newest.what(), Objects.requireNonNull(newest.before())),
                newest);
    }
}
