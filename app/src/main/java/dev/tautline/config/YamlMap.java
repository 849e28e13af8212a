package dev.tautline.config;

import dev.tautline.settings.Nearest;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A mapping in a YAML file, read key by key; what is wrong is added to the problems, with its place. A method that
/// finds something wrong says so in the problems and answers as if nothing were written.
public final class YamlMap {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private final Path file;
    private final Node node;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(Path file, Node node, Set<String> allowed, List<String> problems) {
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

    public Optional<String> text(String key) {
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

    public String required(String key) {
        var text = text(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            problem(node, "'" + key + "' is missing");
        }
        return text.orElse("");
    }

    public int port(String key, int otherwise) {
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

    /// A key that must be there, whatever its form.
    public void required(String key, String what) {
        if (!values.containsKey(key)) {
            problem(node, "'" + key + "' is missing: " + what);
        }
    }

    public int number(String key, int otherwise, int least, int most) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        problem(key, "'" + key + "' is '" + text.get() + "', allowed: " + least + " to " + most);
        return otherwise;
    }

    /// A time such as `30s`, `15m`, `4h` or `2d`; zero is one.
    public Duration duration(String key, Duration otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        var parts = DURATION.matcher(text.get().strip());
        if (!parts.matches()) {
            problem(key, "'" + key + "' is '" + text.get() + "', allowed: a number and s, m, h or d, such as 15m");
            return otherwise;
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /// A list of texts, or one text with commas.
    public List<String> texts(String key) {
        var value = values.get(key);
        if (value instanceof SequenceNode sequence) {
            var texts = new ArrayList<String>();
            for (var item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    texts.add(scalar.getValue().strip());
                } else {
                    problem(item, "a text is expected");
                }
            }
            return texts;
        }
        return text(key)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    public Optional<YamlMap> map(String key, Set<String> allowed) {
        return Optional.ofNullable(values.get(key)).map(value -> new YamlMap(file, value, allowed, problems));
    }

    public List<YamlMap> list(String key, Set<String> allowed) {
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

    /// The entries of a mapping whose keys are free, each with a text.
    public List<YamlEntry> entries(String key) {
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof MappingNode mapping)) {
            problem(value, "'" + key + "' must be a mapping");
            return List.of();
        }
        var entries = new ArrayList<YamlEntry>();
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && entry.getValueNode() instanceof ScalarNode text) {
                entries.add(new YamlEntry(
                        name.getValue(), text.getValue(), place(name, name.getValue()), place(text, name.getValue())));
            } else {
                problem(entry.getValueNode(), "a text is expected");
            }
        }
        return entries;
    }

    /// The texts of a list, or one text alone, each under the key's name.
    public List<YamlEntry> placedTexts(String key) {
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        var entries = new ArrayList<YamlEntry>();
        for (var item : value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value)) {
            if (item instanceof ScalarNode text && !text.getValue().isBlank()) {
                entries.add(new YamlEntry(key, text.getValue(), place(value, key), place(text, key)));
            } else {
                problem(item, "'" + key + "' must be a text or a list of texts");
            }
        }
        return entries;
    }

    /// One of the words, compared without case; another one is a problem that names them all.
    public Optional<String> word(String key, Collection<String> words) {
        return text(key).flatMap(text -> {
            var found = words.stream().filter(text::equalsIgnoreCase).findFirst();
            if (found.isEmpty()) {
                problem(
                        key,
                        "'" + key + "' is '" + text + "', allowed: " + String.join(", ", words) + nearest(text, words));
            }
            return found;
        });
    }

    /// Adds a problem with a place that was read here.
    public void problem(Origin.InFile at, String text) {
        problems.add(at + ": " + text);
    }

    /// Where the value of a key stands, or the mapping when the key is missing.
    public Origin.InFile place(String key) {
        return place(values.getOrDefault(key, node), key);
    }

    boolean isMapping(String key) {
        return values.get(key) instanceof MappingNode;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    static String nearest(String text, Collection<String> words) {
        return Nearest.to(text, words).map(word -> "; nearest: '" + word + "'").orElse("");
    }

    private Origin.InFile place(Node at, String key) {
        return at.getStartMark()
                .map(mark -> new Origin.InFile(file, mark.getLine() + 1, mark.getColumn() + 1, key))
                .orElseGet(() -> new Origin.InFile(file, 1, 1, key));
    }

    public void problem(String key, String text) {
        problem(values.getOrDefault(key, node), text);
    }

    private void problem(Node at, String text) {
        problem(place(at, ""), text);
    }
}
