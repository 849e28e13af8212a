package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes trees as Kustomize does; every value keeps the place where it is written.
final class Trees {
    /// The field by which items of a list are the same, by the list's name (Kubernetes API, "patchMergeKey").
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort");

    private Trees() {}

    static Scalar scalar(String text, Origin.InFile origin) {
        return new Scalar(text, false, origin);
    }

    /// The tree with another value at a path; missing mappings on the way are made.
    static YamlTree with(YamlTree tree, List<String> path, YamlTree value) {
        if (path.isEmpty()) {
            return value;
        }
        var entries = new LinkedHashMap<>(tree.entries());
        var below = Optional.ofNullable(entries.get(path.getFirst()))
                .orElseGet(() -> new Entries(Map.of(), value.origin()));
        entries.put(path.getFirst(), with(below, path.subList(1, path.size()), value));
        return new Entries(entries, tree.origin());
    }

    /// A strategic merge: mappings are joined, items of lists with a key too, all else is replaced, and null
    /// deletes (Kubernetes documentation, "Update API Objects in Place Using kubectl patch").
    static YamlTree merged(String name, YamlTree base, YamlTree patch) {
        if (base instanceof Entries ours && patch instanceof Entries theirs) {
            return entries(ours, theirs);
        }
        if (base instanceof Items ours && patch instanceof Items theirs && KEYS.containsKey(name)) {
            return items(KEYS.getOrDefault(name, "name"), ours, theirs);
        }
        return base instanceof Scalar before
                        && patch instanceof Scalar after
                        && before.text().equals(after.text())
                ? base
                : patch;
    }

    private static YamlTree entries(Entries base, Entries patch) {
        var all = new LinkedHashMap<>(base.all());
        patch.all().forEach((key, value) -> {
            if ((value instanceof Scalar scalar && scalar.isNull()) || isDeletion(value)) {
                all.remove(key);
            } else if (!key.equals("$patch")) {
                all.merge(key, value, (ours, theirs) -> merged(key, ours, theirs));
            }
        });
        return new Entries(all, base.origin());
    }

    private static boolean isDeletion(YamlTree value) {
        return value.text("$patch").map(Written::text).filter("delete"::equals).isPresent();
    }

    private static YamlTree items(String key, Items base, Items patch) {
        var all = new ArrayList<>(base.all());
        for (var item : patch.all()) {
            var at = indexOf(all, key, item.text(key).map(Written::text));
            if (at < 0 && !isDeletion(item)) {
                all.add(item);
            } else if (at >= 0 && isDeletion(item)) {
                all.remove(at);
            } else if (at >= 0) {
                all.set(at, merged("", all.get(at), item));
            }
        }
        return new Items(all, base.origin());
    }

    private static int indexOf(List<YamlTree> items, String key, Optional<String> wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (wanted.isPresent() && items.get(i).text(key).map(Written::text).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
