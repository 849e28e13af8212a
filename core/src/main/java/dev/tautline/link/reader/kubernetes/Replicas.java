package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Instances;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;

/// How many pods of a workload may run: what an autoscaler allows, or what is declared, and how many more
/// while one version replaces another.
final class Replicas {
    /// KEDA 2.17, "ScaledObject specification": maxReplicaCount.
    private static final int MOST_OF_KEDA = 100;

    private final ManifestSet set;

    Replicas(ManifestSet set) {
        this.set = set;
    }

    Instances of(Manifest workload) {
        var autoscaler = set.scalerOf("HorizontalPodAutoscaler", workload);
        var keda = set.scalerOf("ScaledObject", workload);
        if (autoscaler.isPresent()) {
            return instances(workload, Values.field(autoscaler.get().tree(), "spec", "maxReplicas"), Optional.empty());
        }
        if (keda.isPresent()) {
            return instances(
                    workload, Values.field(keda.get().tree(), "spec", "maxReplicaCount"), Optional.of(MOST_OF_KEDA));
        }
        return instances(workload, Values.field(workload.tree(), "spec", "replicas"), Optional.of(1));
    }

    Instances ofJob(Manifest job) {
        var spec =
                job.tree().at("spec", "jobTemplate", "spec").or(() -> job.tree().at("spec"));
        return instances(spec.flatMap(found -> Values.field(found, "parallelism")), Optional.of(1), 0);
    }

    private static Instances instances(Manifest workload, Optional<Written> most, Optional<Integer> byDefault) {
        var known = most.isPresent() ? most.flatMap(Values::whole) : byDefault;
        return instances(
                most, byDefault, known.map(count -> surge(workload, count)).orElse(0));
    }

    private static Instances instances(Optional<Written> most, Optional<Integer> byDefault, int surge) {
        var known = most.isPresent() ? most.flatMap(Values::whole) : byDefault;
        return new Instances(known, surge, most.map(List::of).orElse(List.of()));
    }

    /// A StatefulSet replaces pods in place, and so does a Deployment whose strategy is `Recreate`.
    private static int surge(Manifest workload, int count) {
        if (!workload.kind().equals("Deployment")) {
            return 0;
        }
        var settings = settings(workload.tree());
        var isRolling = settings.get(KubernetesKeys.STRATEGY_TYPE)
                .knownValue()
                .filter("RollingUpdate"::equals)
                .isPresent();
        return isRolling
                ? settings.get(KubernetesKeys.MAX_SURGE)
                        .known()
                        .map(Setting.Known::value)
                        .map(surge -> surge.roundedUpOf(count))
                        .orElse(0)
                : 0;
    }

    private static Settings settings(YamlTree tree) {
        return Values.settings(tree.at("spec").orElse(tree), "").build();
    }
}
