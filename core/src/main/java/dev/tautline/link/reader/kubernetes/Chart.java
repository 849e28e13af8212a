package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    void template(String text) {
        hasTemplates = true;
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

    /// Whether the chart declares another one of this name as a part.
    boolean dependsOn(String chart) {
        return descriptions.stream()
                .flatMap(tree -> tree.items("dependencies").stream())
                .flatMap(dependency -> dependency.text("name").stream())
                .anyMatch(name -> name.text().equals(chart));
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

    /// Whether a field that no value fills may be filled all the same.
    boolean mayFill(String field) {
        return !hasTemplates || fields.contains(field);
    }
}
