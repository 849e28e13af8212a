package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Makes trees of nodes. Aliases are followed where they stand, within a bound, so that neither a cycle nor
/// a "billion laughs" file can grow without end.
final class YamlTreeBuilder {
    private static final int MAX_NODES = 100_000;

    private final SourceText source;
    private final Collection<Problem> problems;
    private final Set<Node> onTheWay = new HashSet<>();
    private int built;

    YamlTreeBuilder(SourceText source, Collection<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    YamlTree build(Node root) {
        return build("", root);
    }

    private YamlTree build(String path, Node node) {
        if (built >= MAX_NODES || !onTheWay.add(node)) {
            return nothing(path, node);
        }
        if (++built == MAX_NODES) {
            problems.add(new Problem(
                    YamlNodes.place(source, node, path), "more than " + MAX_NODES + " values; the rest is not read"));
        }
        var tree = switch (node) {
            case ScalarNode scalar -> scalar(path, scalar);
            case SequenceNode sequence -> items(path, sequence);
            case MappingNode mapping ->
                new YamlTree.Entries(entries(path, mapping), YamlNodes.place(source, mapping, path));
            default -> nothing(path, node);
        };
        onTheWay.remove(node);
        return tree;
    }

    private YamlTree nothing(String path, Node node) {
        return new YamlTree.Scalar("", true, YamlNodes.place(source, node, path));
    }

    private YamlTree scalar(String path, ScalarNode scalar) {
        var isNull = scalar.getTag().equals(Tag.NULL);
        return new YamlTree.Scalar(scalar.getValue(), isNull, YamlNodes.place(source, scalar, path));
    }

    private YamlTree items(String path, SequenceNode sequence) {
        var nodes = sequence.getValue();
        var items = new YamlTree[nodes.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = build(path + "[" + i + "]", nodes.get(i));
        }
        return new YamlTree.Items(List.of(items), YamlNodes.place(source, sequence, path));
    }

    /// A merged mapping gives way to what stands beside it, so it is added first.
    private Map<String, YamlTree> entries(String path, MappingNode mapping) {
        var entries = new LinkedHashMap<String, YamlTree>();
        mapping.getValue().stream()
                .filter(YamlFlattener::isMerge)
                .forEach(merge -> merged(path, merge.getValueNode(), entries));
        for (NodeTuple entry : mapping.getValue()) {
            if (!YamlFlattener.isMerge(entry) && entry.getKeyNode() instanceof ScalarNode name) {
                var key = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
                entries.put(name.getValue(), build(key, entry.getValueNode()));
            }
        }
        return entries;
    }

    private void merged(String path, Node node, Map<String, YamlTree> entries) {
        switch (node) {
            case MappingNode mapping
            when onTheWay.add(mapping) -> {
                entries.putAll(entries(path, mapping));
                onTheWay.remove(mapping);
            }
            case SequenceNode several -> several.getValue().reversed().forEach(one -> merged(path, one, entries));
            default -> {
                // A cycle, or a merge of something that is no mapping: nothing to add.
            }
        }
    }
}
