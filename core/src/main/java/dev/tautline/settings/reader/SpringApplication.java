package dev.tautline.settings.reader;

import dev.tautline.settings.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The configuration files of one application, merged for one set of profiles at a time.
final class SpringApplication {
    private static final String GROUP = "spring.profiles.group.";

    private final Path root;
    private final List<SpringFile> files;
    private final Map<String, String> environment;

    SpringApplication(Path root, List<SpringFile> files, Map<String, String> environment) {
        this.root = root;
        this.files = files.stream().sorted(SpringFile.PRECEDENCE).toList();
        this.environment = Map.copyOf(environment);
    }

    Path root() {
        return root;
    }

    /// What the framework would see with these profiles.
    SpringProperties under(Profile profile) {
        var base = merge(Set.of());
        var active = expand(profile.names().isEmpty() ? configured(base) : profile.names(), base);
        var merged = active.isEmpty() ? base : merge(active);
        return new SpringProperties(EnvironmentOverrides.apply(merged, environment), environment);
    }

    /// The plain configuration, and each profile that a file or a document names, alone.
    List<Profile> profiles() {
        var profiles = new LinkedHashSet<Profile>();
        profiles.add(Profile.PLAIN);
        for (var file : files) {
            if (!file.profile().isEmpty()) {
                profiles.add(Profile.of(file.profile()));
            }
            file.content().documents().stream()
                    .flatMap(document -> document.onProfile().stream())
                    .flatMap(expression -> ProfileExpression.names(expression).stream())
                    .filter(name -> !name.equals("default"))
                    .forEach(name -> profiles.add(Profile.of(name)));
        }
        return List.copyOf(profiles);
    }

    /// Every name that can be asked for: the profiles, and the groups of profiles.
    Set<String> profileNames() {
        var names = new LinkedHashSet<String>();
        profiles().forEach(profile -> names.addAll(profile.names()));
        merge(Set.of()).values().stream()
                .filter(property -> property.key().startsWith(GROUP))
                .map(property -> property.key().substring(GROUP.length()).replaceFirst("[.\\[].*", ""))
                .forEach(names::add);
        return names;
    }

    private Map<String, Property> merge(Set<String> active) {
        // Without any profile, Spring activates the one named "default".
        var effective = active.isEmpty() ? Set.of("default") : active;
        var merged = new LinkedHashMap<String, Property>();
        for (var file : files) {
            if (file.profile().isEmpty() || effective.contains(file.profile())) {
                file.content().documents().stream()
                        .filter(document -> document.onProfile()
                                .map(expression -> ProfileExpression.matches(expression, effective))
                                .orElse(true))
                        .flatMap(document -> document.properties().stream())
                        .forEach(property -> merged.put(property.canonicalKey(), property));
            }
        }
        return merged;
    }

    private List<String> configured(Map<String, Property> base) {
        return list(new SpringProperties(base, environment), "spring.profiles.active");
    }

    private Set<String> expand(List<String> names, Map<String, Property> base) {
        var properties = new SpringProperties(base, environment);
        var active = new LinkedHashSet<String>(list(properties, "spring.profiles.include"));
        for (var name : names) {
            active.addAll(list(properties, GROUP + name));
            active.add(name);
        }
        return active;
    }

    /// A comma-separated value or a YAML list; what is not resolved is left out.
    private static List<String> list(SpringProperties properties, String key) {
        var names = new ArrayList<String>();
        properties.written(key).stream()
                .filter(written -> written.isResolved())
                .flatMap(written -> Arrays.stream(written.text().split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        for (int i = 0; properties.find(key + "[" + i + "]").isPresent(); i++) {
            properties.written(key + "[" + i + "]").ifPresent(written -> names.add(written.text()));
        }
        return names;
    }
}
