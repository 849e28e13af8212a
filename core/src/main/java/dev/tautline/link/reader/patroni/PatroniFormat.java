package dev.tautline.link.reader.patroni;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads Patroni's files, one per node; those of the same scope in one folder are one cluster.
public final class PatroniFormat implements Format {
    private static final Pattern SCOPE = Pattern.compile("(?m)^scope:");
    private static final Pattern BODY = Pattern.compile("(?m)^(postgresql|bootstrap):");

    private final List<PatroniNode> nodes = new ArrayList<>();

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    @Override
    public boolean recognises(SourceText source) {
        return SCOPE.matcher(source.text()).find()
                && BODY.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var trees = YamlTree.read(source, facts.problems());
        trees.forEach(tree -> nodes.add(new PatroniNode(source, tree)));
        return !trees.isEmpty();
    }

    @Override
    public void finish(Facts facts) {
        Map<String, Server> clusters = new LinkedHashMap<>();
        nodes.forEach(node -> clusters.merge(node.cluster(), node.server(facts.problems()), PatroniFormat::together));
        clusters.values().forEach(facts::server);
    }

    /// The first file's settings are the cluster's: what differs by node is not what clients depend on.
    private static Server together(Server first, Server next) {
        return first.withMembers(next.members());
    }
}
