package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The list `images` of a kustomization: other names, tags and digests for the images of containers.
final class Images {
    private final List<YamlTree> images;

    Images(YamlTree kustomization) {
        this.images = kustomization.items("images");
    }

    YamlTree applied(Manifest manifest) {
        return images.isEmpty() ? manifest.tree() : changed("", manifest.tree());
    }

    private YamlTree changed(String key, YamlTree tree) {
        return switch (tree) {
            case Entries entries -> {
                var all = new LinkedHashMap<String, YamlTree>();
                entries.all().forEach((name, below) -> all.put(name, changed(name, below)));
                yield new Entries(all, entries.origin());
            }
            case Items items ->
                new Items(items.all().stream().map(item -> changed(key, item)).toList(), items.origin());
            case Scalar scalar -> key.equals("image") ? image(scalar) : scalar;
        };
    }

    private Scalar image(Scalar image) {
        var name = image.text().replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
        return images.stream()
                .filter(change -> text(change, "name").equals(Optional.of(name)))
                .findFirst()
                .map(change -> Trees.scalar(
                        text(change, "newName").orElse(name)
                                + end(change, image.text().substring(name.length())),
                        change.at("newTag").orElse(change).origin()))
                .orElse(image);
    }

    private static String end(YamlTree change, String before) {
        return text(change, "digest")
                .map(digest -> "@" + digest)
                .or(() -> text(change, "newTag").map(tag -> ":" + tag))
                .orElse(before);
    }

    private static Optional<String> text(YamlTree tree, String key) {
        return tree.text(key).map(Written::text);
    }
}
