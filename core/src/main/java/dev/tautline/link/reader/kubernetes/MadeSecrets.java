package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Secrets that an operator will make: that they exist is known, what they hold is not.
final class MadeSecrets {
    /// The operator's documentation, "Bootstrap" and "Certificates": the application's and the superuser's log-in, the
    /// authority, the server's certificate and that of its standbys.
    private static final List<String> OF_A_CLUSTER = List.of("-app", "-superuser", "-ca", "-server", "-replication");

    /// Where an object says that what is made of it is to be copied: Secrets themselves, the templates of External
    /// Secrets, and what a cluster hands on to all that it makes.
    private static final List<String[]> ANNOTATIONS = List.of(
            new String[] {"metadata", "annotations"},
            new String[] {"spec", "inheritedMetadata", "annotations"},
            new String[] {"spec", "target", "template", "metadata", "annotations"},
            new String[] {"spec", "template", "metadata", "annotations"},
            new String[] {"spec", "secretTemplate", "annotations"});

    /// Emberstack's Reflector, Mittwald's and others' replicators, Config Syncer (kubed).
    private static final Pattern COPIER = Pattern.compile(
            "reflector\\.v1\\.k8s\\.emberstack\\.com/.*|replicator\\.v1\\.mittwald\\.de/.*|kubed\\.appscode\\.com/sync|"
                    + ".*/(replicate|replicate-to|sync-to|mirror)(-.*)?");

    private MadeSecrets() {}

    /// Whether a controller is asked to copy it to other namespaces.
    static boolean isCopied(YamlTree tree) {
        return ANNOTATIONS.stream()
                .flatMap(path -> tree.entries(path).keySet().stream())
                .anyMatch(name -> COPIER.matcher(name).matches());
    }

    /// A Secret that External Secrets makes in many namespaces; which they are, their labels say.
    static StoredValues everywhere(Manifest manifest, String unit) {
        var name = manifest.tree()
                .text("spec", "externalSecretName")
                .or(() -> manifest.tree().text("spec", "externalSecretSpec", "target", "name"))
                .map(Written::text)
                .orElse(manifest.name());
        return new StoredValues(StoredValues.Kind.SECRET, name, "", unit, Map.of(), false, manifest.origin());
    }

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
