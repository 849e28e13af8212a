package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Turns a tree of YAML nodes into properties: `a: {b: [x]}` becomes `a.b[0]=x`. Aliases are followed where
/// they stand, within a bound, so that neither a cycle nor a "billion laughs" file can grow without end.
final class YamlFlattener {
    private static final int MAX_PROPERTIES = 20_000;

    private final SourceText source;
    private final List<Problem> problems;
    private final List<Property> properties = new ArrayList<>();
    private final Set<Node> onTheWay = new HashSet<>();

    YamlFlattener(SourceText source, List<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    List<Property> flatten(Node root) {
        add("", root);
        if (properties.size() >= MAX_PROPERTIES) {
            problems.add(new Problem(place(root, ""), "more than " + MAX_PROPERTIES + " values; the rest is not read"));
        }
        return properties;
    }

    private void add(String key, Node node) {
        if (properties.size() >= MAX_PROPERTIES || !onTheWay.add(node)) {
            return;
        }
        switch (node) {
            case ScalarNode scalar -> properties.add(new Property(key, scalar.getValue(), place(scalar, key)));
            case SequenceNode sequence -> addAll(key, sequence.getValue());
            case MappingNode mapping -> addEntries(key, mapping.getValue());
            default -> problems.add(new Problem(place(node, key), "a " + node.getNodeType() + " is not read"));
        }
        onTheWay.remove(node);
    }

    private void addAll(String key, List<Node> items) {
        for (int i = 0; i < items.size(); i++) {
            add(key + "[" + i + "]", items.get(i));
        }
    }

    private void addEntries(String prefix, List<NodeTuple> entries) {
        // A merged mapping (<<) gives way to what stands beside it, so it is added first.
        entries.stream().filter(YamlFlattener::isMerge).forEach(entry -> addMerged(prefix, entry.getValueNode()));
        var seen = new HashSet<String>();
        for (var entry : entries) {
            if (!isMerge(entry) && entry.getKeyNode() instanceof ScalarNode name) {
                if (!seen.add(name.getValue())) {
                    problems.add(new Problem(
                            place(name, name.getValue()),
                            "the key " + name.getValue() + " stands twice; Spring Boot refuses the file"));
                }
                add(join(prefix, name.getValue()), entry.getValueNode());
            }
        }
    }

    private void addMerged(String prefix, Node merged) {
        if (merged instanceof SequenceNode several) {
            several.getValue().reversed().forEach(one -> add(prefix, one));
        } else {
            add(prefix, merged);
        }
    }

    static boolean isMerge(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode name
                && name.isPlain()
                && name.getValue().equals("<<");
    }

    private static String join(String prefix, String name) {
        return prefix.isEmpty() || name.startsWith("[") ? prefix + name : prefix + "." + name;
    }

    private Origin place(Node node, String key) {
        return YamlNodes.place(source, node, key);
    }
}
