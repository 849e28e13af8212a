package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// `namespace`, `namePrefix` and `nameSuffix` of a kustomization. References between its objects follow; a
/// name inside a text, such as a URL, does not.
final class Renaming {
    private static final Set<String> REFERENCES = Set.of(
            "configMapRef", "secretRef", "configMapKeyRef", "secretKeyRef", "configMap", "scaleTargetRef", "cluster");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace", "ClusterExternalSecret");

    private final String namespace;
    private final String prefix;
    private final String suffix;

    Renaming(Kustomization kustomization) {
        this.namespace = kustomization.text("namespace").orElse("");
        this.prefix = kustomization.text("namePrefix").orElse("");
        this.suffix = kustomization.text("nameSuffix").orElse("");
    }

    List<Manifest> applied(List<Manifest> manifests) {
        var names = manifests.stream().map(Manifest::name).collect(Collectors.toSet());
        return manifests.stream().map(manifest -> applied(manifest, names)).toList();
    }

    private Manifest applied(Manifest manifest, Set<String> names) {
        var isPlaced = !namespace.isEmpty() && !WITHOUT_NAMESPACE.contains(manifest.kind());
        var tree = prefix.isEmpty() && suffix.isEmpty() ? manifest.tree() : changed("", manifest.tree(), names);
        return manifest.with(prefix + manifest.name() + suffix, isPlaced ? namespace : manifest.namespace(), tree);
    }

    private YamlTree changed(String under, YamlTree tree, Set<String> names) {
        return switch (tree) {
            case Entries entries -> {
                Map<String, YamlTree> all = new LinkedHashMap<>();
                entries.all()
                        .forEach((key, below) -> all.put(
                                key,
                                isReference(under, key) && below instanceof Scalar name
                                        ? renamed(name, names)
                                        : changed(key, below, names)));
                yield new Entries(all, entries.origin());
            }
            case Items items ->
                new Items(
                        items.all().stream()
                                .map(item -> changed(under, item, names))
                                .toList(),
                        items.origin());
            case Scalar scalar -> scalar;
        };
    }

    private static boolean isReference(String under, String key) {
        return key.equals("secretName") || (key.equals("name") && REFERENCES.contains(under));
    }

    private Scalar renamed(Scalar name, Set<String> names) {
        return names.contains(name.text()) ? Trees.scalar(prefix + name.text() + suffix, name.origin()) : name;
    }
}
