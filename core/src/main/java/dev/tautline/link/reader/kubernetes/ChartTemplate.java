package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Scalar;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one template of a chart writes out, line by line: a template is no YAML until Helm has filled it. A variable
/// behind a condition or in a loop is left out, for nobody here decides it; a loop over all that the values hold at one
/// path, and an image, are taken wherever they stand.
final class ChartTemplate {
    private static final Pattern KIND = Pattern.compile("kind:\\s*(?<kind>\\w+)\\s*");
    private static final Pattern BLOCK = Pattern.compile("\\{\\{-?\\s*(?<word>if|range|with|define|block|end)\\b");
    private static final Pattern NAME =
            Pattern.compile("\\s*-\\s*name:\\s*[\"']?(?<name>[A-Z][A-Z0-9_]*)[\"']?\\s*(?:#.*)?");
    private static final Pattern VALUE = Pattern.compile("\\s+value:\\s*(?<value>\\S.*?)\\s*");
    private static final Pattern ENTRY = Pattern.compile("\\s{2,}(?<name>[A-Z][A-Z0-9_]*):\\s*(?<value>\\S.*?)\\s*");
    /// `.Values.db.host`, perhaps `| quote`, `| default 5432`, or `required "…"` before it.
    private static final Pattern OF_VALUES = Pattern.compile(
            "\\{\\{-?\\s*(?:\\(?\\s*required\\s+\"[^\"]*\"\\s+)?\\(?\\s*\\.Values\\.(?<path>[\\w.]+)\\s*\\)?"
                    + "(?<pipes>(?:\\s*\\|\\s*(?:quote|squote|toString|int|int64|trim|default\\s+(?:\"[^\"]*\"|[\\w.-]+)))*)"
                    + "\\s*-?}}");
    private static final Pattern IMAGE = Pattern.compile("\\s*(?:-\\s*)?image:\\s*(?<value>\\S.*?)\\s*");
    /// `{{- range $name, $value := .Values.settings }}` and below it `- name: {{ $name }}`, or all at once:
    /// `{{- toYaml .Values.settings | nindent 12 }}` below `env:`.
    private static final Pattern EACH = Pattern.compile(
            "\\{\\{-?\\s*range\\s+\\$(?<key>\\w+)\\s*,\\s*\\$\\w+\\s*:=\\s*\\.Values\\.(?<path>[\\w.]+)\\s*-?}}"
                    + "\\s*-\\s*name:\\s*\\{\\{-?\\s*\\$\\k<key>\\b");
    private static final Pattern ALL =
            Pattern.compile("(?m)^\\s*env:\\s*\\n\\s*\\{\\{-?\\s*(?:toYaml\\s+\\.Values\\.(?<path>[\\w.]+)"
                    + "|\\.Values\\.(?<piped>[\\w.]+)\\s*\\|\\s*toYaml)");
    private static final Pattern DEFAULT = Pattern.compile("default\\s+(?:\"(?<quoted>[^\"]*)\"|(?<bare>[\\w-]+))");
    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");

    private final SourceText source;
    private final List<String> kinds = new ArrayList<>();
    private final List<Scalar> images = new ArrayList<>();
    private final Map<String, Scalar> environment = new LinkedHashMap<>();
    private final Map<String, Scalar> data = new LinkedHashMap<>();

    private ChartTemplate(SourceText source) {
        this.source = source;
    }

    static ChartTemplate of(SourceText source) {
        var template = new ChartTemplate(source);
        template.read(source.text().lines().toList());
        return template;
    }

    /// Whether it makes exactly one thing that runs.
    boolean isWorkload() {
        return kinds.stream().filter(WORKLOADS::contains).count() == 1;
    }

    boolean takesConfigMaps() {
        return source.text().contains("configMapRef");
    }

    /// The variables of the containers, as written.
    Map<String, Scalar> environment() {
        return environment;
    }

    /// The entries of a ConfigMap that look like variables, as written.
    Map<String, Scalar> data() {
        return kinds.contains("ConfigMap") ? data : Map.of();
    }

    /// Where in the values the variables of its containers stand, if it goes through all that stand there.
    List<String> environmentPaths() {
        return Stream.concat(
                        EACH.matcher(source.text()).results().map(found -> found.group("path")),
                        ALL.matcher(source.text())
                                .results()
                                .map(found ->
                                        Optional.ofNullable(found.group("path")).orElseGet(() -> found.group("piped"))))
                .distinct()
                .toList();
    }

    /// What its one container runs, as written; empty where it has several.
    Optional<Scalar> image() {
        return images.size() == 1 ? Optional.of(images.getFirst()) : Optional.empty();
    }

    private void read(List<String> lines) {
        var depth = 0;
        var base = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var kind = KIND.matcher(line);
            if (kind.matches()) {
                kinds.add(kind.group("kind"));
                base = depth;
            }
            var image = IMAGE.matcher(line);
            if (image.matches()) {
                images.add(scalar("image", image, i + 1));
            }
            if (depth == base) {
                line(lines, i);
            }
            depth += opened(line);
        }
    }

    private static int opened(String line) {
        return BLOCK.matcher(line)
                .results()
                .mapToInt(found -> found.group(1).equals("end") ? -1 : 1)
                .sum();
    }

    private void line(List<String> lines, int i) {
        var name = NAME.matcher(lines.get(i));
        var value = i + 1 < lines.size() ? VALUE.matcher(lines.get(i + 1)) : VALUE.matcher("");
        var entry = ENTRY.matcher(lines.get(i));
        if (name.matches() && value.matches()) {
            environment.put(name.group("name"), scalar(name.group("name"), value, i + 2));
        } else if (entry.matches()) {
            data.put(entry.group("name"), scalar(entry.group("name"), entry, i + 1));
        }
    }

    private Scalar scalar(String name, Matcher line, int number) {
        var text = line.group("value");
        var isQuoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.endsWith(text.substring(0, 1));
        var column = line.start("value") + (isQuoted ? 2 : 1);
        return new Scalar(
                isQuoted ? text.substring(1, text.length() - 1) : text, false, source.place(number, column, name));
    }

    /// A text with what the values of a release fill in; the rest stays a template. A value alone keeps the place
    /// where it is written.
    static Scalar filled(Scalar written, YamlTree values) {
        var whole = OF_VALUES.matcher(written.text());
        if (whole.matches()) {
            return value(whole.group("path"), whole.group("pipes"), values, written.origin())
                    .orElse(written);
        }
        var text = OF_VALUES
                .matcher(written.text())
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), found.group(2), values, written.origin())
                                .map(Scalar::text)
                                .orElse(found.group())));
        return Trees.scalar(text, written.origin());
    }

    /// What a path means in the values, or the default behind it.
    private static Optional<Scalar> value(String path, String pipes, YamlTree values, Origin.InFile at) {
        return values.at(path.split("\\.", -1))
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(found -> !found.isNull() && !found.text().isEmpty())
                .or(() -> byDefault(pipes, at));
    }

    private static Optional<Scalar> byDefault(String pipes, Origin.InFile at) {
        var written = DEFAULT.matcher(pipes);
        return written.find()
                ? Optional.of(Trees.scalar(
                        Optional.ofNullable(written.group("quoted")).orElseGet(() -> written.group("bare")), at))
                : Optional.empty();
    }
}
