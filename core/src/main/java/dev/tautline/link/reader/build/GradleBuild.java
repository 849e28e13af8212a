package dev.tautline.link.reader.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Gradle build as far as its files say it literally: the project's script first, then those above it.
record GradleBuild(
        List<GradleScript> scripts,
        Map<String, BuildFile.Value> properties,
        Optional<VersionCatalogue> catalogue,
        Map<String, BuildFile.Value> locked)
        implements BuildFile {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([\\w.]+)}?");
    private static final String BOOT = "org.springframework.boot";

    @Override
    public Optional<Value> versionOf(String group, String name) {
        return Optional.ofNullable(locked.get(group + ":" + name))
                .or(() -> Stream.concat(scripts.stream().flatMap(script -> script.libraries().stream()), aliased())
                        .filter(library ->
                                library.group().equals(group) && library.name().equals(name))
                        .flatMap(library -> library.version().stream())
                        .flatMap(version -> resolve(version).stream())
                        .findFirst());
    }

    @Override
    public Optional<Value> property(String name) {
        return scripts.stream()
                .flatMap(script -> Optional.ofNullable(script.values().get(name)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(properties.get(name)))
                .flatMap(this::resolve);
    }

    /// As plug-in, as a list of versions, or as the plug-in's own library.
    @Override
    public Optional<Value> springBoot() {
        return Stream.concat(scripts.stream().flatMap(script -> script.plugins().stream()), aliased())
                .filter(plugin -> plugin.group().equals(BOOT) && plugin.name().isEmpty())
                .flatMap(plugin -> plugin.version().stream())
                .flatMap(version -> resolve(version).stream())
                .findFirst()
                .or(() -> versionOf(BOOT, "spring-boot-dependencies"))
                .or(() -> versionOf(BOOT, "spring-boot-gradle-plugin"));
    }

    @Override
    public Set<String> libraries() {
        var own = scripts.stream()
                .limit(1)
                .flatMap(script -> script.libraries().stream().filter(library -> script.isUsed(library.name())));
        return Stream.concat(own, aliased(GradleScript::isUsed))
                .map(GradleScript.Named::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> excluded() {
        return scripts.stream().flatMap(script -> script.exclusions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<GradleScript.Named> aliased() {
        return aliased((script, alias) -> true);
    }

    private Stream<GradleScript.Named> aliased(BiPredicate<GradleScript, String> isMeant) {
        return catalogue.stream()
                .flatMap(found -> scripts.stream()
                        .flatMap(script -> script.aliases().stream().filter(alias -> isMeant.test(script, alias)))
                        .flatMap(alias -> found.find(alias).stream()));
    }

    /// A literal, or one variable that is a literal.
    private Optional<Value> resolve(Value value) {
        if (!value.text().contains("$")) {
            return Optional.of(value);
        }
        var variable = VARIABLE.matcher(value.text());
        return variable.matches()
                ? Stream.concat(scripts.stream().map(GradleScript::values), Stream.of(properties))
                        .flatMap(values -> Optional.ofNullable(values.get(variable.group(1))).stream())
                        .filter(found -> !found.text().contains("$"))
                        .findFirst()
                : Optional.empty();
    }
}
