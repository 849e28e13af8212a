package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Scalars of manifests. What another tool fills in (`{{ … }}` of Helm or Ansible, `${…}` of envsubst) is
/// unresolved, and written as `${…}` so that whoever reads it later sees that.
final class Values {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]+)[^}]*}|\\$([A-Z][A-Z0-9_]*)");

    private Values() {}

    /// A field that Kubernetes itself reads.
    static Optional<Written> field(YamlTree tree, String... path) {
        return tree.text(path).map(Values::field);
    }

    /// The same for a scalar itself.
    static Optional<Written> field(YamlTree scalar) {
        return scalar.text().map(Values::field);
    }

    static Written field(Written written) {
        var templated = templates(written);
        var names = new ArrayList<>(templated.unresolved());
        VARIABLE.matcher(templated.text())
                .results()
                .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                .forEach(names::add);
        return new Written(
                templated.key(),
                templated.text(),
                templated.origin(),
                names.stream().distinct().toList());
    }

    /// The value of an environment variable: `${…}` in it may be meant for the program that gets it.
    static Written templates(Written written) {
        var names = new ArrayList<String>();
        var text = TEMPLATE.matcher(written.text()).replaceAll(found -> {
            var name =
                    "template " + found.group(1).replaceAll("[:{}$\\\\]", " ").strip();
            names.add(name);
            return "\\${" + name + "}";
        });
        return new Written(written.key(), text, written.origin(), names);
    }

    static Written unresolved(String name, Written at) {
        return new Written(at.key(), "${" + name + "}", at.origin(), List.of(name));
    }

    /// Every setting of Kubernetes that stands below a tree, by its path; the path may begin after `start`.
    static Settings.Builder settings(YamlTree tree, String start) {
        var settings = Settings.builder(Versions.UNKNOWN);
        add(settings, tree, start);
        return settings;
    }

    static void add(Settings.Builder settings, YamlTree tree, String start) {
        KubernetesKeys.VOCABULARY.keys().stream()
                .filter(key -> key.name().startsWith(start))
                .forEach(key -> field(tree, key.name().substring(start.length()).split("\\."))
                        .ifPresent(written -> settings.put(key, written)));
    }

    /// A resolved whole number.
    static Optional<Integer> whole(Written written) {
        return written.isResolved() && written.text().matches("\\d{1,9}")
                ? Optional.of(Integer.valueOf(written.text()))
                : Optional.empty();
    }
}
