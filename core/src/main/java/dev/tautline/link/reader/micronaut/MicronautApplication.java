package dev.tautline.link.reader.micronaut;

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
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The configuration of one Micronaut application; its environments (`application-prod.yml`) are profiles
/// here.
public final class MicronautApplication implements ApplicationFiles {
    private final Path root;
    private final List<ApplicationFile> files;

    public MicronautApplication(Path root, List<ApplicationFile> files) {
        this.root = root;
        this.files = files.stream().sorted(ApplicationFile.PRECEDENCE).toList();
    }

    @Override
    public Path home() {
        return root;
    }

    @Override
    public Set<String> names() {
        var plain = properties(files, Set.of(), Environment.given(Map.of()));
        return Set.copyOf(List.of(service(plain), Homes.nameOf(root)));
    }

    @Override
    public List<Profile> profiles() {
        var profiles = new LinkedHashSet<Profile>();
        profiles.add(Profile.PLAIN);
        profileNames().forEach(name -> profiles.add(Profile.of(name)));
        return List.copyOf(profiles);
    }

    @Override
    public Set<String> profileNames() {
        var names = new LinkedHashSet<String>();
        files.stream()
                .map(ApplicationFile::profile)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    @Override
    public List<Client> clients(Running running, Collection<Problem> problems) {
        var environment = running.environment();
        var asked = running.profile().names();
        var active = asked.isEmpty() ? chosen(environment) : asked;
        var properties = properties(running.mounted().over(files), Set.copyOf(active), environment);
        var told = running.workload().isPresent() ? new Profile(active) : running.profile();
        var application = new Application(
                service(properties),
                root,
                Framework.MICRONAUT,
                told,
                running.stageUnder(new Profile(active)),
                running.libraries(),
                running.workload());
        return new MicronautDataSources(properties, application, running.versions(), problems).clients();
    }

    private static List<String> chosen(Environment environment) {
        return environment
                .find("MICRONAUT_ENVIRONMENTS")
                .filter(Written::isResolved)
                .map(written -> List.of(written.text().split("\\s*,\\s*", -1)))
                .orElse(List.of());
    }

    private String service(MergedProperties properties) {
        return properties
                .written("micronaut.application.name")
                .filter(Written::isResolved)
                .map(Written::text)
                .orElseGet(() -> Homes.nameOf(root));
    }

    private static MergedProperties properties(
            List<ApplicationFile> files, Set<String> active, Environment environment) {
        var merged = new LinkedHashMap<String, Property>();
        files.stream()
                .filter(file -> file.profile().isEmpty() || active.contains(file.profile()))
                .flatMap(file -> file.content().documents().stream())
                .flatMap(document -> document.properties().stream())
                .forEach(property -> merged.put(property.canonicalKey(), property));
        return new MergedProperties(
                EnvironmentOverrides.apply(
                        merged,
                        environment,
                        () -> List.of(
                                "datasources.default.url",
                                "datasources.default.username",
                                "datasources.default.password")),
                environment);
    }
}
