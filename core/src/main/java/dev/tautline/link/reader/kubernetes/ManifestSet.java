package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Objects that are applied together, such as those of one overlay: names hold within it. `stage` is what
/// the set's own name says.
record ManifestSet(String unit, Stage stage, List<Manifest> manifests) {
    ManifestSet {
        manifests = List.copyOf(manifests);
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    /// The autoscaler or policy of one of these kinds that names `target` as what it scales.
    Optional<Manifest> scalerOf(String kind, Manifest target) {
        return of(kind).filter(scaler -> scaler.namespace().equals(target.namespace())
                        && isNamed(scaler, "name", target.name())
                        && (isNamed(scaler, "kind", target.kind())
                                || scaler.tree()
                                        .text("spec", "scaleTargetRef", "kind")
                                        .isEmpty()))
                .findFirst();
    }

    private static boolean isNamed(Manifest scaler, String key, String value) {
        return scaler.tree()
                .text("spec", "scaleTargetRef", key)
                .map(Written::text)
                .equals(Optional.of(value));
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
