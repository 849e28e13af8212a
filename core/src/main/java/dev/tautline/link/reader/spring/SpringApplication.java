package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.EnvironmentOverrides;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.MountedConfiguration;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.Running;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The configuration files of one application, merged for one set of profiles at a time.
public final class SpringApplication implements ApplicationFiles {
    private static final String GROUP = "spring.profiles.group.";

    private final Path root;
    private final List<ApplicationFile> files;

    public SpringApplication(Path root, List<ApplicationFile> files) {
        this.root = root;
        this.files = files.stream().sorted(ApplicationFile.PRECEDENCE).toList();
    }

    @Override
    public Path home() {
        return root;
    }

    @Override
    public Set<String> names() {
        var plain = merge(Set.of(), MountedConfiguration.NONE);
        return Set.copyOf(List.of(service(new MergedProperties(plain, Environment.given(Map.of()))), folder()));
    }

    @Override
    public List<Client> clients(Running running, Collection<Problem> problems) {
        var environment = running.environment();
        var mounted = running.mounted();
        var base = merge(Set.of(), mounted);
        var asked = running.profile().names();
        var chosen = asked.isEmpty() ? configured(base, environment) : asked;
        var active = expand(chosen, base, environment);
        var merged = active.isEmpty() ? base : merge(active, mounted);
        var json = ApplicationJson.in(environment);
        var properties = overridden(merged, environment, json);
        // The profile that a plain run activates is part of the plain configuration, unless a workload chose
        // it.
        var told = running.workload().isPresent() ? new Profile(chosen) : running.profile();
        var application = new Application(
                service(properties),
                root,
                Framework.SPRING_BOOT,
                told,
                running.stageUnder(new Profile(chosen)),
                running.libraries(),
                running.workload(),
                profileNames(mounted));
        var hidden = running.workload().isPresent()
                ? new DataSourceClients(
                                new MergedProperties(merged, environment),
                                application,
                                running.versions(),
                                new ArrayList<>())
                        .find()
                : List.<Client>of();
        return new DataSourceClients(properties, application, running.versions(), problems)
                .find().stream()
                        .map(client -> hiding(client, hidden))
                        .map(client -> json.unseen().map(client::knownExcept).orElse(client))
                        .toList();
    }

    /// The client with what its files alone would say, where what runs it says otherwise.
    private static Client hiding(Client client, List<Client> byFilesAlone) {
        return byFilesAlone.stream()
                .filter(client::isSameAs)
                .findFirst()
                .map(weaker -> client.with(Settings.builder(client.settings().versions())
                        .putAll(client.settings())
                        .hiding(weaker.settings())
                        .build()))
                .orElse(client);
    }

    private static MergedProperties overridden(
            Map<String, Property> merged, Environment environment, ApplicationJson json) {
        var withVariables = EnvironmentOverrides.apply(merged, environment, SettableKeys::all);
        return new MergedProperties(json.over(withVariables, environment), environment);
    }

    private String service(MergedProperties properties) {
        return properties
                .written("spring.application.name")
                .filter(Written::isResolved)
                .map(Written::text)
                .orElseGet(this::folder);
    }

    private String folder() {
        return Optional.ofNullable(root.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("application");
    }

    /// Plain, and each profile that a file names. What belongs to a group runs as that group: alone it would be
    /// half a configuration.
    @Override
    public List<Profile> profiles() {
        var base = merge(Set.of(), MountedConfiguration.NONE);
        var groups = groups(base);
        var members = new LinkedHashSet<String>();
        groups.forEach(group -> members.addAll(expand(List.of(group), base, Environment.given(Map.of()))));
        members.removeAll(groups);
        return Stream.concat(
                        profiles(files).stream().filter(one -> members.stream().noneMatch(one.names()::contains)),
                        groups.stream().map(Profile::of))
                .distinct()
                .toList();
    }

    private static Set<String> groups(Map<String, Property> base) {
        var names = new LinkedHashSet<String>();
        base.values().stream()
                .filter(property -> property.key().startsWith(GROUP))
                .map(property -> property.key().substring(GROUP.length()).replaceFirst("[.\\[].*", ""))
                .forEach(names::add);
        return names;
    }

    private static List<Profile> profiles(List<ApplicationFile> files) {
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

    @Override
    public Set<String> profileNames() {
        return profileNames(MountedConfiguration.NONE);
    }

    private Set<String> profileNames(MountedConfiguration mounted) {
        var names = new LinkedHashSet<String>();
        profiles(mounted.over(files)).forEach(profile -> names.addAll(profile.names()));
        names.addAll(groups(merge(Set.of(), mounted)));
        return names;
    }

    private Map<String, Property> merge(Set<String> active, MountedConfiguration mounted) {
        // Without any profile, Spring activates the one named "default".
        var effective = active.isEmpty() ? Set.of("default") : active;
        var merged = new LinkedHashMap<String, Property>();
        for (var file : mounted.over(inOrder(List.copyOf(effective)))) {
            if (file.profile().isEmpty() || effective.contains(file.profile())) {
                file.content().documents().stream()
                        .flatMap(document -> SpringImports.withMounted(document, mounted))
                        .filter(document -> document.onProfile()
                                .map(expression -> ProfileExpression.matches(expression, effective))
                                .orElse(true))
                        .flatMap(document -> document.properties().stream())
                        .forEach(property -> merged.put(property.canonicalKey(), property));
            }
        }
        return merged;
    }

    /// The packaged files, those of a later profile over those of an earlier one.
    private List<ApplicationFile> inOrder(List<String> active) {
        return active.size() < 2
                ? files
                : files.stream().sorted(ApplicationFile.under(active)).toList();
    }

    private static List<String> configured(Map<String, Property> base, Environment environment) {
        var properties = overridden(base, environment, ApplicationJson.in(environment));
        return list(properties, "spring.profiles.active");
    }

    /// All profiles that are active with these, in the order in which later ones win: a group comes before its
    /// members, which may be groups themselves (`Profiles.expandProfiles` of Spring Boot 3.5).
    private static Set<String> expand(List<String> names, Map<String, Property> base, Environment environment) {
        var properties = new MergedProperties(base, environment);
        var active = new LinkedHashSet<String>(list(properties, "spring.profiles.include"));
        names.forEach(name -> expand(name, properties, active));
        return active;
    }

    private static void expand(String name, MergedProperties properties, Set<String> active) {
        if (active.add(name)) {
            list(properties, GROUP + name).forEach(member -> expand(member, properties, active));
        }
    }

    /// A comma-separated value or a YAML list; what is not resolved is left out.
    private static List<String> list(MergedProperties properties, String key) {
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
