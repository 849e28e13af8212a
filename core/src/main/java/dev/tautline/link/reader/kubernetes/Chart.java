package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One folder with a `Chart.yaml`, gathered file by file. Not thread-safe.
final class Chart {
    private static final Pattern KIND = Pattern.compile("(?m)^kind:\\s*(\\w+)");
    /// Fields that a template may fill by itself, without asking the values.
    private static final Set<String> OWN_FIELDS = Set.of("strategy", "startupProbe");

    private final Path folder;
    private final List<YamlTree> descriptions = new ArrayList<>();
    private final List<ValuesFile> values = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final List<ChartTemplate> templates = new ArrayList<>();
    private boolean hasTemplates;

    Chart(Path folder) {
        this.folder = folder;
    }

    void described(YamlTree tree) {
        descriptions.add(tree);
    }

    void values(ValuesFile file) {
        values.add(file);
    }

    void template(SourceText source) {
        var text = source.text();
        hasTemplates = true;
        templates.add(ChartTemplate.of(source));
        KIND.matcher(text).results().forEach(kind -> kinds.add(kind.group(1)));
        OWN_FIELDS.stream().filter(field -> text.contains(field + ":")).forEach(fields::add);
    }

    Path folder() {
        return folder;
    }

    Optional<Written> name() {
        return descriptions.stream()
                .flatMap(tree -> Values.field(tree, "name").stream())
                .filter(Written::isResolved)
                .findFirst();
    }

    /// A library has only templates for other charts.
    boolean isApplication() {
        return name().isPresent()
                && descriptions.stream()
                        .flatMap(tree -> tree.text("type").stream())
                        .noneMatch(type -> type.text().equals("library"));
    }

    /// A chart that is a part of this one. Its values stand under its alias, if it has one.
    record Part(String chart, Optional<String> alias, Optional<String> condition) {
        /// The key of its values, and what its objects are called after.
        String key() {
            return alias.orElse(chart);
        }

        /// Whether the values install it: the first path of `condition` that is there decides, usually
        /// `KEY.enabled` (Helm documentation, "Charts", "Tags and Condition fields in dependencies").
        boolean isOn(YamlTree values) {
            return Stream.of(condition.orElse(key() + ".enabled").split("\\s*,\\s*", -1))
                    .flatMap(path -> values.text(path.split("\\.", -1)).stream())
                    .findFirst()
                    .map(written -> written.text().equals("true"))
                    .orElse(true);
        }
    }

    /// The parts that the chart declares.
    List<Part> parts() {
        return descriptions.stream()
                .flatMap(tree -> tree.items("dependencies").stream())
                .flatMap(dependency -> dependency
                        .text("name")
                        .map(name -> new Part(
                                name.text(),
                                dependency.text("alias").map(Written::text),
                                dependency.text("condition").map(Written::text)))
                        .stream())
                .toList();
    }

    List<ValuesFile> values() {
        return List.copyOf(values);
    }

    /// What its templates make to run the image.
    String kind() {
        return Stream.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job")
                .filter(kinds::contains)
                .findFirst()
                .orElse("Deployment");
    }

    /// What the templates write out for the one thing that the chart runs, ConfigMaps first; nothing where it runs
    /// several, for then it is not known which is told what.
    Map<String, YamlTree.Scalar> environment() {
        var all = new LinkedHashMap<String, YamlTree.Scalar>();
        only().ifPresent(only -> {
            if (only.takesConfigMaps()) {
                templates.forEach(template -> all.putAll(template.data()));
            }
            all.putAll(only.environment());
        });
        return all;
    }

    /// Where in the values that one thing's variables stand, as paths with dots.
    List<String> environmentPaths() {
        return only().map(ChartTemplate::environmentPaths).orElse(List.of());
    }

    /// The image that the template of that one thing writes out.
    Optional<YamlTree.Scalar> image() {
        return only().flatMap(ChartTemplate::image);
    }

    private Optional<ChartTemplate> only() {
        var running = templates.stream().filter(ChartTemplate::isWorkload).toList();
        return running.size() == 1 ? Optional.of(running.getFirst()) : Optional.empty();
    }

    /// Whether a field that no value fills may be filled all the same.
    boolean mayFill(String field) {
        return !hasTemplates || fields.contains(field);
    }
}
