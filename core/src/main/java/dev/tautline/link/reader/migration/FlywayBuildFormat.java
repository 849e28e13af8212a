package dev.tautline.link.reader.migration;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextPlaces;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What builds tell Flyway's plugins: the block `flyway` of Gradle, and the configuration of `flyway-maven-plugin`
/// (Flyway documentation, "Gradle task", "Maven goal"). Only what is written out is read; a build may compute all else.
public final class FlywayBuildFormat implements Format {
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*flyway[ \\t]*\\{");
    private static final Pattern SETTING = Pattern.compile("(?m)^[ \\t]*(?<name>[a-zA-Z]+)(?:\\.set\\(|[ \\t]*=[ \\t]*)"
            + "(?:\"(?<two>[^\"\\n]*)\"|'(?<one>[^'\\n]*)'|(?<bare>true|false)\\b)");
    private static final String PLUGIN = "flyway-maven-plugin";

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.equals("build.gradle") || name.equals("build.gradle.kts") || name.equals("pom.xml");
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.name().equals("pom.xml")
                ? source.text().contains(PLUGIN)
                : BLOCK.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var values = source.name().equals("pom.xml") ? ofMaven(source, facts) : ofGradle(source);
        if (values.containsKey("url")) {
            facts.application(OneFile.of(
                    source.file(),
                    Framework.NONE,
                    (application, running, problems) ->
                            List.of(MigrationFileFormat.client("flyway", values, application, running, problems))));
        }
        return values.containsKey("url");
    }

    private static Map<String, Written> ofMaven(SourceText source, Facts facts) {
        var values = new LinkedHashMap<String, Written>();
        XmlTree.read(source, facts.problems()).stream()
                .flatMap(XmlTree::all)
                .filter(element -> element.name().equals("plugin")
                        && element.textAt("artifactId")
                                .filter(name -> name.text().equals(PLUGIN))
                                .isPresent())
                .flatMap(plugin -> plugin.at("configuration").stream())
                .flatMap(configuration -> configuration.children().stream())
                .filter(element -> !element.text().text().isEmpty())
                .forEach(element -> values.put(element.name(), filled(element.name(), element.text())));
        return values;
    }

    /// `${flyway.url}` is a property of Maven's, or of whoever calls it.
    private static Written filled(String name, Written text) {
        return new Written(
                name, text.text(), text.origin(), text.text().contains("${") ? List.of(text.text()) : List.of());
    }

    private static Map<String, Written> ofGradle(SourceText source) {
        var values = new LinkedHashMap<String, Written>();
        var places = new TextPlaces(source);
        var head = BLOCK.matcher(source.text());
        while (head.find()) {
            var inside = source.text().substring(head.end(), end(source.text(), head.end()));
            var start = head.end();
            SETTING.matcher(inside).results().forEach(found -> {
                var group = found.group("two") != null ? "two" : found.group("one") != null ? "one" : "bare";
                var text = found.group(group);
                var name = found.group("name");
                // A single quote keeps a dollar in Groovy; nobody means one.
                values.put(
                        name,
                        new Written(
                                name,
                                text,
                                places.at(start + found.start(group), name),
                                text.contains("$") ? List.of(text) : List.of()));
            });
        }
        return values;
    }

    /// Behind the bracket that closes the block.
    private static int end(String text, int from) {
        var depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
