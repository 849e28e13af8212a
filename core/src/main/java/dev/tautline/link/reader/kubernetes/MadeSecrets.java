package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Secrets that an operator will make: that they exist is known, what they hold is not.
final class MadeSecrets {
    /// The operator's documentation, "Bootstrap" and "Certificates": the application's and the superuser's log-in, the
    /// authority, the server's certificate and that of its standbys.
    private static final List<String> OF_A_CLUSTER = List.of("-app", "-superuser", "-ca", "-server", "-replication");

    private MadeSecrets() {}

    /// The Secrets that CloudNativePG makes for a cluster.
    static Stream<StoredValues> ofCluster(Manifest cluster, String unit) {
        return OF_A_CLUSTER.stream().map(end -> unknown(cluster, unit, cluster.name() + end));
    }

    /// By what the operator's object says about its target, or else under the same name.
    static StoredValues of(Manifest manifest, String unit) {
        return unknown(manifest, unit, target(manifest.tree()).orElse(manifest.name()));
    }

    private static StoredValues unknown(Manifest manifest, String unit, String name) {
        return new StoredValues(
                StoredValues.Kind.SECRET, name, manifest.namespace(), unit, Map.of(), false, manifest.origin());
    }

    private static Optional<String> target(YamlTree tree) {
        return tree.text("spec", "target", "name")
                .or(() -> tree.text("spec", "template", "metadata", "name"))
                .or(() -> tree.text("spec", "destination", "name"))
                .or(() -> tree.text("spec", "secretName"))
                .map(Written::text);
    }
}
