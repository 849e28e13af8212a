package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Composes YAML into nodes, within bounds. A text that YAML cannot read gives no node at all, and a problem.
final class YamlNodes {
    /// Deeper than any configuration; the composer would recurse once per level.
    private static final int MAX_DEPTH = 200;

    /// The core schema of YAML 1.2, in which `~` is nothing, as it is for Spring, Compose and Kubernetes; but
    /// with "<<" left to our own trees: the composer of snakeyaml-engine 3.2 never ends on a mapping that is
    /// merged into itself.
    private static final class WithoutMerges extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            var core = super.getScalarResolver();
            return (text, implicit) -> {
                var tag = core.resolve(text, implicit);
                return tag.equals(Tag.MERGE) ? Tag.STR : tag;
            };
        }
    }

    private final LoadSettings settings;
    private final SourceText source;

    YamlNodes(SourceText source) {
        this.source = source;
        this.settings = LoadSettings.builder()
                .setLabel(source.file().toString())
                .setAllowDuplicateKeys(true)
                .setSchema(new WithoutMerges())
                .build();
    }

    /// The root of each document.
    List<Node> read(Collection<Problem> problems) {
        try {
            var tooDeep = tooDeep(source.text());
            if (tooDeep.isEmpty()) {
                var nodes = new ArrayList<Node>();
                new Compose(settings).composeAllFromString(source.text()).forEach(nodes::add);
                return nodes;
            }
            problems.add(tooDeep.get());
        } catch (MarkedYamlEngineException malformed) {
            problems.add(problem(malformed));
        } catch (YamlEngineException malformed) {
            problems.add(new Problem(place(1, 1), "not YAML: " + firstLine(malformed)));
        }
        return List.of();
    }

    /// Where a node's text starts, after its quote if it has one.
    static Origin.InFile place(SourceText source, Node node, String key) {
        var mark = node.getStartMark().orElseThrow();
        return source.place(mark.getLine() + 1, mark.getColumn() + 1 + quotes(node), key);
    }

    private static int quotes(Node node) {
        return node instanceof ScalarNode scalar
                        && (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED)
                ? 1
                : 0;
    }

    private Optional<Problem> tooDeep(String text) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            if (opens(event.getEventId()) && ++depth > MAX_DEPTH) {
                var mark = event.getStartMark().orElseThrow();
                var place = place(mark.getLine() + 1, mark.getColumn() + 1);
                return Optional.of(new Problem(place, "nested deeper than " + MAX_DEPTH + " levels"));
            }
            depth -= closes(event.getEventId()) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static boolean opens(Event.ID id) {
        return id == Event.ID.MappingStart || id == Event.ID.SequenceStart;
    }

    private static boolean closes(Event.ID id) {
        return id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd;
    }

    private Problem problem(MarkedYamlEngineException malformed) {
        var mark = malformed.getProblemMark().or(malformed::getContextMark);
        var place = mark.map(at -> place(at.getLine() + 1, at.getColumn() + 1)).orElseGet(() -> place(1, 1));
        return new Problem(place, "not YAML: " + malformed.getProblem());
    }

    private static String firstLine(YamlEngineException malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
    }

    private Origin place(int line, int column) {
        return source.place(line, column, "");
    }
}
