package dev.tautline.link.reader.quarkus;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.EnvironmentOverrides;
import dev.tautline.link.reader.format.Homes;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.Running;
import dev.tautline.settings.Problem;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The configuration of one Quarkus application. A program that is not told otherwise runs with the profile
/// `prod`, so the plain configuration holds the keys of `%prod`, too (Quarkus guide, "Configuration
/// reference", profiles).
public final class QuarkusApplication implements ApplicationFiles {
    private static final String DEFAULT_PROFILE = "prod";

    private final Path root;
    private final List<ApplicationFile> files;

    public QuarkusApplication(Path root, List<ApplicationFile> files) {
        this.root = root;
        // YAML counts more than properties, and a file of a profile more than one without.
        this.files = files.stream()
                .sorted(Comparator.comparing(
                                (ApplicationFile file) -> !file.profile().isEmpty())
                        .thenComparing(ApplicationFile::packaged, Comparator.reverseOrder())
                        .thenComparing(ApplicationFile::isProperties, Comparator.reverseOrder())
                        .thenComparing(file -> file.path().toString()))
                .toList();
    }

    @Override
    public Path home() {
        return root;
    }

    @Override
    public Set<String> names() {
        var plain = properties(files, Set.of(DEFAULT_PROFILE), Environment.given(Map.of()));
        return Set.copyOf(List.of(service(plain), Homes.nameOf(root)));
    }

    @Override
    public List<Profile> profiles() {
        var profiles = new LinkedHashSet<Profile>();
        profiles.add(Profile.PLAIN);
        profileNames().stream()
                .filter(name -> !name.equals(DEFAULT_PROFILE))
                .forEach(name -> profiles.add(Profile.of(name)));
        return List.copyOf(profiles);
    }

    @Override
    public Set<String> profileNames() {
        var names = new LinkedHashSet<String>();
        for (var file : files) {
            if (!file.profile().isEmpty()) {
                names.add(file.profile());
            }
            properties(file)
                    .forEach(property -> names.addAll(ProfiledKey.of(property).profiles()));
        }
        return names;
    }

    @Override
    public List<Client> clients(Running running, Collection<Problem> problems) {
        var environment = running.environment();
        var asked = running.profile().names();
        var active = asked.isEmpty() ? chosen(environment) : Set.copyOf(asked);
        var properties = properties(running.mounted().over(files), active, environment);
        var told = running.workload().isPresent() && asked.isEmpty() && !active.equals(Set.of(DEFAULT_PROFILE))
                ? new Profile(List.copyOf(active))
                : running.profile();
        var application = new Application(
                service(properties),
                root,
                Framework.QUARKUS,
                told,
                running.stageUnder(told),
                running.libraries(),
                running.workload());
        return new QuarkusDataSources(properties, application, running.versions(), problems).clients();
    }

    private static Set<String> chosen(Environment environment) {
        return environment
                .find("QUARKUS_PROFILE")
                .filter(Written::isResolved)
                .map(written -> Set.copyOf(List.of(written.text().split("\\s*,\\s*", -1))))
                .orElse(Set.of(DEFAULT_PROFILE));
    }

    private String service(MergedProperties properties) {
        return properties
                .written("quarkus.application.name")
                .filter(Written::isResolved)
                .map(Written::text)
                .orElseGet(() -> Homes.nameOf(root));
    }

    /// Keys without a profile first, so that those of an active one win over them.
    private static MergedProperties properties(
            List<ApplicationFile> files, Set<String> active, Environment environment) {
        var plain = new LinkedHashMap<String, Property>();
        var profiled = new LinkedHashMap<String, Property>();
        for (var file : files) {
            if (file.profile().isEmpty() || active.contains(file.profile())) {
                properties(file).forEach(property -> {
                    var key = ProfiledKey.of(property);
                    if (key.profiles().isEmpty()) {
                        plain.put(key.property().canonicalKey(), key.property());
                    } else if (key.profiles().stream().anyMatch(active::contains)) {
                        profiled.put(key.property().canonicalKey(), key.property());
                    }
                });
            }
        }
        plain.putAll(profiled);
        return new MergedProperties(
                EnvironmentOverrides.apply(plain, environment, QuarkusApplication::settableKeys), environment);
    }

    private static List<Property> properties(ApplicationFile file) {
        return file.content().documents().stream()
                .flatMap(document -> document.properties().stream())
                .toList();
    }

    private static List<String> settableKeys() {
        return QuarkusKeys.VOCABULARY.keys().stream().map(SettingKey::name).toList();
    }
}
