package dev.tautline.watch;

import dev.tautline.settings.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A mapping in a YAML file, read key by key; what is wrong is added to the problems, with its place.
final class YamlMap {
    private final String file;
    private final Node node;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(String file, Node node, Set<String> allowed, List<String> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "a mapping is expected with " + String.join(", ", allowed));
            return;
        }
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (allowed.contains(key)) {
                values.put(key, entry.getValueNode());
            } else {
                problem(
                        entry.getKeyNode(),
                        "unknown key '" + key + "'"
                                + Nearest.to(key, allowed)
                                        .map(n -> ", did you mean '" + n + "'?")
                                        .orElse("")
                                + " Allowed: " + String.join(", ", allowed));
            }
        }
    }

    Optional<String> text(String key) {
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problem(value, "'" + key + "' must be a text");
        return Optional.empty();
    }

    String required(String key) {
        var text = text(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            problem(node, "'" + key + "' is missing");
        }
        return text.orElse("");
    }

    int port(String key, int otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,5}") && Integer.parseInt(text.get()) <= 65535) {
            return Integer.parseInt(text.get());
        }
        problem(key, "'" + key + "' is '" + text.get() + "', allowed: 0 to 65535");
        return otherwise;
    }

    Optional<YamlMap> map(String key, Set<String> allowed) {
        return Optional.ofNullable(values.get(key)).map(value -> new YamlMap(file, value, allowed, problems));
    }

    List<YamlMap> list(String key, Set<String> allowed) {
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problem(value, "'" + key + "' must be a list");
            return List.of();
        }
        var maps = new ArrayList<YamlMap>();
        sequence.getValue().forEach(item -> maps.add(new YamlMap(file, item, allowed, problems)));
        return maps;
    }

    void problem(String key, String text) {
        problem(values.getOrDefault(key, node), text);
    }

    private void problem(Node at, String text) {
        var place = at.getStartMark()
                .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse(file);
        problems.add(place + ": " + text);
    }
}
