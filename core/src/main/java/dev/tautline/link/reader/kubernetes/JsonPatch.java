package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The operations `add`, `replace` and `remove` of a JSON patch (RFC 6902); others, and paths that lead
/// nowhere, change nothing.
final class JsonPatch {
    private JsonPatch() {}

    static YamlTree applied(YamlTree tree, List<YamlTree> operations) {
        var result = tree;
        for (var operation : operations) {
            var path = operation
                    .text("path")
                    .map(Written::text)
                    .map(JsonPatch::steps)
                    .orElse(List.of());
            var name = operation.text("op").map(Written::text).orElse("");
            if (!path.isEmpty()
                    && (name.equals("remove") || operation.at("value").isPresent())) {
                result = changed(result, path, name, operation.at("value"));
            }
        }
        return result;
    }

    /// RFC 6901: `~1` stands for a slash.
    private static List<String> steps(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static YamlTree changed(YamlTree tree, List<String> path, String name, Optional<YamlTree> value) {
        var step = path.getFirst();
        var rest = path.subList(1, path.size());
        return switch (tree) {
            case Entries entries -> {
                var all = new LinkedHashMap<>(entries.all());
                if (!rest.isEmpty()) {
                    all.computeIfPresent(step, (key, below) -> changed(below, rest, name, value));
                } else if (name.equals("remove")) {
                    all.remove(step);
                } else {
                    value.ifPresent(given -> all.put(step, given));
                }
                yield new Entries(all, entries.origin());
            }
            case Items items -> new Items(item(items, step, rest, name, value), items.origin());
            case YamlTree.Scalar scalar -> scalar;
        };
    }

    private static List<YamlTree> item(
            Items items, String step, List<String> rest, String name, Optional<YamlTree> value) {
        var all = new ArrayList<>(items.all());
        var at = step.matches("\\d{1,6}") ? Integer.parseInt(step) : all.size();
        if (at < all.size() && !rest.isEmpty()) {
            all.set(at, changed(all.get(at), rest, name, value));
        } else if (at < all.size() && name.equals("remove")) {
            all.remove(at);
        } else if (at < all.size() && name.equals("replace")) {
            value.ifPresent(given -> all.set(at, given));
        } else if (at <= all.size() && rest.isEmpty() && name.equals("add")) {
            value.ifPresent(given -> all.add(at, given));
        }
        return all;
    }
}
