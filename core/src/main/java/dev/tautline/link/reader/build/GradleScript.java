package dev.tautline.link.reader.build;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextPlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands literally in one Gradle script, Groovy or Kotlin: plug-ins, dependencies, named values. A
/// script is a program; what it computes is not known here.
final class GradleScript {
    private static final String TEXT = "[\"']([^\"'\\s]{1,200})[\"']";
    /// `id 'x' version '1'`, `id("x") version "1"`.
    private static final Pattern PLUGIN =
            Pattern.compile("\\bid\\s*\\(?\\s*" + TEXT + "\\s*\\)?\\s*version\\s*\\(?\\s*" + TEXT);
    /// `alias(libs.plugins.spring.boot)`, `implementation(libs.postgresql)`.
    private static final Pattern CATALOGUE = Pattern.compile("\\blibs\\.([A-Za-z0-9_.]{1,100})");
    /// `'group:name:1.0'`, `"group:name"`, alone or inside `platform(…)`, `mavenBom …`, `classpath …`.
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.-]{1,100}):([\\w.-]{1,100})(?::([^\"'\\s:@]{1,60}))?(?:[:@][^\"']*)?[\"']");
    /// `group: 'x', name: 'y', version: 'z'`.
    private static final Pattern MAP = Pattern.compile("group\\s*[:=]\\s*" + TEXT + "\\s*,\\s*name\\s*[:=]\\s*" + TEXT
            + "(?:\\s*,\\s*version\\s*[:=]\\s*" + TEXT + ")?");
    /// `exclude group: 'x', module: 'y'`.
    private static final Pattern EXCLUDE = Pattern.compile("\\bexclude\\b[^\\n]{0,200}?\\bmodule\\s*[:=]\\s*" + TEXT);
    /// `ext.x = '1'`, `ext['x'] = '1'`, `extra["x"] = "1"`, `set('x', '1')`, `val x = "1"`, `x = '1'`.
    private static final Pattern VALUE =
            Pattern.compile("(?:\\b(?:ext|extra)\\s*\\[\\s*" + TEXT + "\\s*]|\\bset\\s*\\(\\s*" + TEXT
                    + "|\\b(?:ext\\.|def\\s+|val\\s+|String\\s+)?([A-Za-z_]\\w{0,80}))\\s*[=,]\\s*" + TEXT);
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?<!:)//[^\\n]*");

    /// What stands before a library of the tests in its line: `testImplementation`, `integrationTestRuntimeOnly (`.
    private static final Pattern FOR_TESTS = Pattern.compile("\\s*(?:test|\\w+Test)[A-Z]\\w*[\\s(\"'].*");

    /// A library as it is named; the version may be missing or a variable.
    record Named(String group, String name, Optional<BuildFile.Value> version) {}

    private final TextPlaces places;
    private final List<Named> plugins = new ArrayList<>();
    private final List<Named> libraries = new ArrayList<>();
    private final Set<String> aliases = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> exclusions = new HashSet<>();
    private final Map<String, BuildFile.Value> values = new HashMap<>();

    GradleScript(SourceText source) {
        this.places = new TextPlaces(source);
        // Comments become blanks, so that places stay.
        var code = COMMENT.matcher(source.text()).replaceAll(GradleScript::blanks);
        matches(PLUGIN, code)
                .forEach(plugin -> plugins.add(new Named(plugin.group(1), "", Optional.of(value(plugin, 2)))));
        matches(COORDINATES, code)
                .forEach(found -> libraries.add(new Named(found.group(1), found.group(2), version(found, 3))));
        matches(MAP, code)
                .forEach(found -> libraries.add(new Named(found.group(1), found.group(2), version(found, 3))));
        matches(CATALOGUE, code).forEach(found -> aliases.add(found.group(1)));
        Stream.of(COORDINATES, MAP)
                .flatMap(pattern -> matches(pattern, code))
                .filter(found -> !isForTests(code, found))
                .forEach(found -> used.add(found.group(2)));
        matches(CATALOGUE, code).filter(found -> !isForTests(code, found)).forEach(found -> used.add(found.group(1)));
        matches(EXCLUDE, code).forEach(found -> exclusions.add(found.group(1)));
        matches(VALUE, code).forEach(this::readValue);
    }

    List<Named> plugins() {
        return plugins;
    }

    List<Named> libraries() {
        return libraries;
    }

    /// What stands behind `libs.`.
    Set<String> aliases() {
        return aliases;
    }

    /// Whether a library's name, or an alias, stands in a line that is not for tests.
    boolean isUsed(String name) {
        return used.contains(name);
    }

    Set<String> exclusions() {
        return exclusions;
    }

    Map<String, BuildFile.Value> values() {
        return values;
    }

    private static String blanks(MatchResult comment) {
        return comment.group().replaceAll("[^\\n]", " ");
    }

    private static boolean isForTests(String code, MatchResult found) {
        var line = code.lastIndexOf('\n', found.start()) + 1;
        return FOR_TESTS.matcher(code.substring(line, found.start()) + " ").matches();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String code) {
        return pattern.matcher(code).results();
    }

    private void readValue(MatchResult found) {
        var name = Stream.of(found.group(1), found.group(2), found.group(3))
                .filter(one -> one != null)
                .findFirst()
                .orElseThrow();
        values.putIfAbsent(name, value(found, 4));
    }

    private Optional<BuildFile.Value> version(MatchResult found, int group) {
        return found.group(group) == null ? Optional.empty() : Optional.of(value(found, group));
    }

    private BuildFile.Value value(MatchResult found, int group) {
        return new BuildFile.Value(found.group(group), places.at(found.start(group), ""));
    }
}
