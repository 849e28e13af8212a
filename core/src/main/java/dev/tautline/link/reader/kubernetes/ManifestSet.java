package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Objects that are applied together, such as those of one overlay: names hold within it.
final class ManifestSet {
    private final String unit;
    private final Stage stage;
    private final List<Manifest> manifests;
    private final Map<String, List<Manifest>> byKind;
    private final Map<String, List<Manifest>> byName;
    private final Map<String, List<Manifest>> scalersByTarget;

    /// @param stage what the set's own name says
    ManifestSet(String unit, Stage stage, List<Manifest> manifests) {
        this.unit = unit;
        this.stage = stage;
        this.manifests = List.copyOf(manifests);
        this.byKind = this.manifests.stream().collect(Collectors.groupingBy(Manifest::kind));
        this.byName = this.manifests.stream().collect(Collectors.groupingBy(Manifest::name));
        this.scalersByTarget = this.manifests.stream()
                .filter(manifest -> target(manifest, "name").isPresent())
                .collect(Collectors.groupingBy(
                        manifest -> target(manifest, "name").orElseThrow()));
    }

    String unit() {
        return unit;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    Stream<Manifest> of(String kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    Optional<Manifest> find(String kind, String namespace, String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.namespace().equals(namespace))
                .findFirst();
    }

    /// The autoscaler or policy of one of these kinds that names `target` as what it scales.
    Optional<Manifest> scalerOf(String kind, Manifest target) {
        return scalersByTarget.getOrDefault(target.name(), List.of()).stream()
                .filter(scaler -> scaler.kind().equals(kind)
                        && scaler.namespace().equals(target.namespace())
                        && target(scaler, "kind").map(target.kind()::equals).orElse(true))
                .findFirst();
    }

    private static Optional<String> target(Manifest scaler, String key) {
        return scaler.tree().text("spec", "scaleTargetRef", key).map(Written::text);
    }

    /// What the namespace says about the stage, or else the set's name. A name such as `demo-db` says that
    /// nobody depends on it; that somebody does is not said by one name alone.
    Stage stageOf(Manifest manifest) {
        var byNamespace = Stage.ofName(manifest.namespace());
        if (byNamespace != Stage.UNKNOWN || stage != Stage.UNKNOWN) {
            return byNamespace == Stage.UNKNOWN ? stage : byNamespace;
        }
        return Stage.ofName(manifest.name()) == Stage.DEVELOPMENT ? Stage.DEVELOPMENT : Stage.UNKNOWN;
    }
}
