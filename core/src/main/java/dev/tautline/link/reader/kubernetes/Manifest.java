package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.stream.Stream;

/// One object as a file declares it. The namespace is empty where the file leaves it to whoever applies it.
record Manifest(String kind, String name, String namespace, YamlTree tree, SourceText source) {
    /// The objects of one document: itself, or the items of a `List`.
    static Stream<Manifest> in(YamlTree document, SourceText source) {
        var kind = document.text("kind").map(Written::text).orElse("");
        if (kind.endsWith("List") && document.at("items").isPresent()) {
            return document.items("items").stream().flatMap(item -> in(item, source));
        }
        return kind.isEmpty() || document.text("apiVersion").isEmpty()
                ? Stream.of()
                : Stream.of(new Manifest(
                        kind, metadata(document, "name"), metadata(document, "namespace"), document, source));
    }

    private static String metadata(YamlTree document, String key) {
        return document.text("metadata", key).map(Written::text).orElse("");
    }

    Origin.InFile origin() {
        return tree.at("metadata", "name").orElse(tree).origin();
    }

    /// Whether the group of its version is, or ends with, one of these: `apps` of `apps/v1`.
    boolean isOf(String group) {
        return tree.text("apiVersion").map(Written::text).orElse("").startsWith(group + "/");
    }

    boolean isSameAs(Manifest other) {
        return kind.equals(other.kind) && name.equals(other.name) && namespace.equals(other.namespace);
    }

    Manifest with(String otherName, String otherNamespace, YamlTree other) {
        return new Manifest(kind, otherName, otherNamespace, other, source);
    }

    List<YamlTree> list(String... path) {
        return tree.items(path);
    }
}
