package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a YAML document with its place: a scalar, a list, or a mapping. Merges (`<<`) and aliases are
/// followed, within a bound.
public sealed interface YamlTree {
    /// Where it starts, and the key under which it stands, as a path: `spec.template.spec`.
    Origin.InFile origin();

    /// A text, a number, a flag; `isNull` for a value that is left out.
    record Scalar(String text, boolean isNull, Origin.InFile origin) implements YamlTree {
        /// The text under the last element of its path.
        public Written written() {
            return Written.of(origin.key(), text, origin);
        }
    }

    /// A sequence.
    record Items(List<YamlTree> all, Origin.InFile origin) implements YamlTree {
        public Items {
            all = List.copyOf(all);
        }
    }

    /// A mapping, in the order written.
    record Entries(Map<String, YamlTree> all, Origin.InFile origin) implements YamlTree {
        public Entries {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }
    }

    /// The documents of a text; none, and a problem, when it is not YAML.
    static List<YamlTree> read(SourceText source, Collection<Problem> problems) {
        var builder = new YamlTreeBuilder(source, problems);
        return new YamlNodes(source).read(problems).stream().map(builder::build).toList();
    }

    /// What stands below this mapping, key by key.
    default Optional<YamlTree> at(String... path) {
        var here = Optional.of(this);
        for (var key : path) {
            here = here.flatMap(tree -> tree instanceof Entries entries
                    ? Optional.ofNullable(entries.all().get(key))
                    : Optional.empty());
        }
        return here;
    }

    /// The scalar at a path, unless it is left out.
    default Optional<Written> text(String... path) {
        return at(path).filter(tree -> tree instanceof Scalar scalar && !scalar.isNull())
                .map(tree -> ((Scalar) tree).written());
    }

    /// The items of the list at a path; none where there is no list.
    default List<YamlTree> items(String... path) {
        return at(path).map(tree -> tree instanceof Items items ? items.all() : List.<YamlTree>of())
                .orElse(List.of());
    }

    /// The entries of the mapping at a path; none where there is no mapping.
    default Map<String, YamlTree> entries(String... path) {
        return at(path).map(tree -> tree instanceof Entries entries ? entries.all() : Map.<String, YamlTree>of())
                .orElse(Map.of());
    }

    /// The scalars of the mapping at a path, such as labels.
    default Map<String, String> texts(String... path) {
        var texts = new LinkedHashMap<String, String>();
        entries(path).forEach((key, tree) -> tree.text().ifPresent(written -> texts.put(key, written.text())));
        return texts;
    }
}
