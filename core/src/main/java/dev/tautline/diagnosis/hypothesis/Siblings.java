package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Instances of one service, compared by what their agents say is in force.
final class Siblings {
    private Siblings() {}

    /// One that does the same work and does not suffer.
    static Optional<InstanceView> healthy(InstanceView of, Scene scene, Symptoms symptoms) {
        return scene.instances().stream()
                .filter(other ->
                        other.service().equals(of.service()) && !other.name().equals(of.name()))
                .filter(other -> other.silentSeconds() == 0 && !symptoms.on(other.name()))
                .findFirst();
    }

    /// Settings of pools of the same name that are not the same.
    static List<String> differences(InstanceView one, InstanceView other) {
        var differences = new ArrayList<String>();
        for (var pool : one.pools()) {
            other.pools().stream()
                    .filter(sibling -> sibling.name().equals(pool.name()))
                    .findFirst()
                    .ifPresent(sibling -> compare(one.name(), pool, other.name(), sibling, differences));
        }
        return differences;
    }

    private static void compare(String one, PoolView pool, String other, PoolView sibling, List<String> differences) {
        for (var setting : pool.configuration()) {
            var theirs =
                    sibling.setting(setting.name()).map(found -> found.value()).orElse(null);
            if (theirs != null && !Objects.equals(theirs, setting.value())) {
                differences.add("%s of pool %s is %s on %s (%s) and %s on %s"
                        .formatted(setting.name(), pool.name(), setting.value(), one, setting.origin(), theirs, other));
            }
        }
    }
}
