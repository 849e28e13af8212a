package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Scene;
import java.util.List;
import java.util.stream.Stream;

/// A pool together with the instance that has it.
record PoolOf(InstanceView instance, PoolView pool) {
    /// The pools of all instances that answer.
    static List<PoolOf> all(Scene scene) {
        return scene.instances().stream()
                .filter(instance -> instance.silentSeconds() == 0)
                .flatMap(instance -> instance.pools().stream().map(pool -> new PoolOf(instance, pool)))
                .toList();
    }

    static List<PoolOf> exhausted(Scene scene) {
        return all(scene).stream().filter(of -> of.pool().exhausted()).toList();
    }

    /// The pool of the same name in the other instances of the same service.
    Stream<PoolOf> peers(Scene scene) {
        return all(scene).stream()
                .filter(other -> other.instance().service().equals(instance.service())
                        && !other.instance().name().equals(instance.name())
                        && other.pool().name().equals(pool.name()));
    }

    /// For people: `shop-1's pool buy: 3 of 20 in use, 0 waiting`.
    String describe() {
        return "%s's pool %s: %d of %d in use, %d waiting"
                .formatted(instance.name(), pool.name(), pool.active(), pool.maximum(), pool.pending());
    }
}
