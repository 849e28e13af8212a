package dev.tautline.link.reader.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one `pom.xml` says about versions and libraries, with its parents' word where it says nothing itself.
record MavenFile(
        Map<String, Value> properties,
        List<Artifact> managed,
        List<Artifact> dependencies,
        Set<String> exclusions,
        Optional<Artifact> parentArtifact,
        Optional<MavenFile> parent)
        implements BuildFile {
    /// A library named in the file; the version may be empty or a `${property}`.
    record Artifact(String group, String name, Optional<Value> version, boolean isForTests) {
        boolean is(String wantedGroup, String wantedName) {
            return group.equals(wantedGroup) && name.equals(wantedName);
        }
    }

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    @Override
    public Optional<Value> versionOf(String group, String name) {
        return chain().flatMap(file -> Stream.of(
                                file.dependencies,
                                file.managed,
                                file.parentArtifact.stream().toList())
                        .flatMap(List::stream))
                .filter(artifact -> artifact.is(group, name))
                .flatMap(artifact -> artifact.version().stream())
                .flatMap(version -> resolve(version).stream())
                .findFirst();
    }

    @Override
    public Optional<Value> property(String name) {
        return chain().flatMap(file -> Optional.ofNullable(file.properties.get(name)).stream())
                .findFirst()
                .flatMap(this::resolve);
    }

    @Override
    public Set<String> libraries() {
        return chain().flatMap(file -> file.dependencies.stream())
                .filter(dependency -> !dependency.isForTests())
                .map(Artifact::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> excluded() {
        return chain().flatMap(file -> file.exclusions.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// As parent, or as a list of versions that is taken in.
    @Override
    public Optional<Value> springBoot() {
        return versionOf("org.springframework.boot", "spring-boot-starter-parent")
                .or(() -> versionOf("org.springframework.boot", "spring-boot-dependencies"))
                .or(() -> property("spring-boot.version"));
    }

    private Stream<MavenFile> chain() {
        return Stream.concat(Stream.of(this), parent.stream().flatMap(MavenFile::chain));
    }

    private Optional<Value> resolve(Value value) {
        var reference = PROPERTY.matcher(value.text());
        if (!reference.matches()) {
            return value.text().contains("${") ? Optional.empty() : Optional.of(value);
        }
        // One step is enough for versions; a property that names a property again stays unknown.
        return chain().flatMap(file -> Optional.ofNullable(file.properties.get(reference.group(1))).stream())
                .findFirst()
                .filter(found -> !found.text().contains("${"));
    }
}
