package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The environment among the values of a chart, as the list `env` of a container. Charts take it as such a list, or
/// as a mapping of names.
final class ChartEnvironment {
    private static final List<String> KEYS =
            List.of("environment", "env", "envVars", "extraEnv", "extraEnvVars", "envs", "environmentVariables");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final YamlTree values;
    private final Chart chart;
    private final Origin.InFile at;

    ChartEnvironment(YamlTree values, Chart chart, Origin.InFile at) {
        this.values = values;
        this.chart = chart;
        this.at = at;
    }

    /// What templates and a ConfigMap give comes first, for `env` wins over `envFrom`, and charts put what their values
    /// add behind their own.
    Items items() {
        var all = new ArrayList<YamlTree>();
        chart.environment().forEach((name, value) -> all.add(item(name, ChartTemplate.filled(value, values))));
        for (var path : List.of(new String[] {"config"}, new String[] {"configMap", "data"})) {
            var entries = values.entries(path);
            if (isPlainlyEnvironment(entries)) {
                entries.forEach((name, value) -> all.add(item(name, value)));
            }
        }
        Stream.concat(KEYS.stream(), chart.environmentPaths().stream())
                .distinct()
                .forEach(path -> {
                    var keys = path.split("\\.", -1);
                    values.items(keys).stream()
                            .filter(item -> item.text("name").isPresent())
                            .forEach(all::add);
                    values.entries(keys).forEach((name, value) -> all.add(item(name, value)));
                });
        return new Items(all, at);
    }

    private static boolean isPlainlyEnvironment(Map<String, YamlTree> entries) {
        return entries.entrySet().stream()
                .allMatch(entry -> NAME.matcher(entry.getKey()).matches() && entry.getValue() instanceof Scalar);
    }

    private static YamlTree item(String name, YamlTree value) {
        var item = new LinkedHashMap<String, YamlTree>();
        item.put("name", Trees.scalar(name, value.origin()));
        if (value instanceof Scalar) {
            item.put("value", value);
        } else {
            value.entries().forEach(item::put);
        }
        return new Entries(item, value.origin());
    }
}
