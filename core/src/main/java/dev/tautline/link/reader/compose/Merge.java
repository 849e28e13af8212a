package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Lays one Compose file or service over another (Compose file reference, "Merge"): mappings are joined key
/// by key, lists are appended, commands are replaced.
final class Merge {
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");
    /// Lists of `NAME=value` that may as well be written as mappings.
    private static final Set<String> PAIRS =
            Set.of("environment", "labels", "args", "extra_hosts", "annotations", "sysctls");
    /// Lists of names that may as well be written as mappings.
    private static final Set<String> NAMES = Set.of("depends_on", "networks");

    private final Sources sources;

    Merge(Sources sources) {
        this.sources = sources;
    }

    YamlTree over(YamlTree base, YamlTree other) {
        return over("", base, other);
    }

    private YamlTree over(String key, YamlTree base, YamlTree other) {
        if (sources.isReplacing(other)) {
            return other;
        }
        var below = uniform(key, base);
        var above = uniform(key, other);
        if (below instanceof YamlTree.Entries(var first, var ignored)
                && above instanceof YamlTree.Entries(var second, var origin)) {
            return new YamlTree.Entries(entries(first, second), origin);
        }
        if (below instanceof YamlTree.Items(var first, var ignored)
                && above instanceof YamlTree.Items(var second, var origin)
                && !REPLACED.contains(key)) {
            var all = new ArrayList<>(first);
            all.addAll(second);
            return new YamlTree.Items(all, origin);
        }
        return isNothing(above) ? below : above;
    }

    private static boolean isNothing(YamlTree tree) {
        return tree instanceof YamlTree.Scalar scalar && scalar.isNull();
    }

    private Map<String, YamlTree> entries(Map<String, YamlTree> base, Map<String, YamlTree> other) {
        var all = new LinkedHashMap<>(base);
        other.forEach((key, tree) -> {
            if (sources.isReset(tree)) {
                all.remove(key);
            } else {
                all.merge(key, tree, (below, above) -> over(key, below, above));
            }
        });
        return all;
    }

    /// The mapping form of what may be written as a list.
    static YamlTree uniform(String key, YamlTree tree) {
        if (!(tree instanceof YamlTree.Items(var items, var origin)) || !(PAIRS.contains(key) || NAMES.contains(key))) {
            return tree;
        }
        var entries = new LinkedHashMap<String, YamlTree>();
        for (var item : items) {
            if (item instanceof YamlTree.Scalar scalar) {
                addPair(entries, scalar, key.equals("extra_hosts"));
            }
        }
        return new YamlTree.Entries(entries, origin);
    }

    private static void addPair(Map<String, YamlTree> entries, YamlTree.Scalar item, boolean mayUseColon) {
        var text = item.text();
        var equal = text.indexOf('=');
        var at = equal < 0 && mayUseColon ? text.indexOf(':') : equal;
        if (at < 0) {
            entries.put(text, new YamlTree.Scalar("", true, item.origin()));
        } else {
            var place = item.origin().plusColumns(at + 1);
            var named = new Origin.InFile(place.file(), place.line(), place.column(), text.substring(0, at));
            entries.put(text.substring(0, at), new YamlTree.Scalar(text.substring(at + 1), false, named));
        }
    }
}
