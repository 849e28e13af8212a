package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.Map;
import java.util.Optional;

/// Secrets that an operator will make: that they exist is known, what they hold is not.
final class MadeSecrets {
    private MadeSecrets() {}

    /// By what the operator's object says about its target, or else under the same name.
    static StoredValues of(Manifest manifest, String unit) {
        return unknown(manifest, unit, target(manifest.tree()).orElse(manifest.name()));
    }

    static StoredValues unknown(Manifest manifest, String unit, String name) {
        return new StoredValues(
                StoredValues.Kind.SECRET, name, manifest.namespace(), unit, Map.of(), false, manifest.origin());
    }

    private static Optional<String> target(YamlTree tree) {
        return tree.text("spec", "target", "name")
                .or(() -> tree.text("spec", "template", "metadata", "name"))
                .or(() -> tree.text("spec", "destination", "name"))
                .map(Written::text);
    }
}
