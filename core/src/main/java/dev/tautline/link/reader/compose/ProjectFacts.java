package dev.tautline.link.reader.compose;

import dev.tautline.link.PublishedName;
import dev.tautline.link.StoredValues;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a project adds to the facts: workloads, the names that lead to them, stored values.
final class ProjectFacts {
    /// Bytes; a password is shorter, a certificate longer.
    private static final int MAX_SECRET = 4096;

    private final Project project;
    private final NamedFiles files;
    private final Sources sources;

    ProjectFacts(Project project, NamedFiles files, Sources sources) {
        this.project = project;
        this.files = files;
        this.sources = sources;
    }

    void addTo(Facts facts) {
        var aliases = new LinkedHashMap<String, Set<String>>();
        for (var service : project.services().values()) {
            facts.workload(new ServiceWorkload(project, service, files, sources).read());
            aliases.computeIfAbsent(service.name(), name -> new LinkedHashSet<>())
                    .addAll(new ServiceNetworks(project, service).aliases());
            new ServiceNetworks(project, service)
                    .links()
                    .forEach(link -> aliases.computeIfAbsent(link.service(), name -> new LinkedHashSet<>())
                            .add(link.alias().toLowerCase(Locale.ROOT)));
        }
        project.services()
                .values()
                .forEach(service -> facts.name(name(service, aliases.getOrDefault(service.name(), Set.of()))));
        project.services().values().forEach(service -> addExtraHosts(service, facts));
        addStored("secrets", StoredValues.Kind.SECRET, facts);
        addStored("configs", StoredValues.Kind.CONFIG_MAP, facts);
    }

    private PublishedName name(Project.Service service, Set<String> aliases) {
        return new PublishedName(
                service.name(),
                "",
                project.unit(),
                aliases,
                Map.of(ServiceWorkload.LABEL, service.name()),
                List.of(),
                false,
                Settings.EMPTY,
                service.tree().origin());
    }

    /// Names that lead out of the project: known, but to no workload of it.
    private void addExtraHosts(Project.Service service, Facts facts) {
        var names = new ServiceNetworks(project, service).extraHosts();
        if (!names.isEmpty()) {
            facts.name(new PublishedName(
                    service.name() + ".extra_hosts",
                    "",
                    project.unit(),
                    names,
                    Map.of(),
                    List.of(),
                    false,
                    Settings.EMPTY,
                    service.tree().origin()));
        }
    }

    private void addStored(String key, StoredValues.Kind kind, Facts facts) {
        project.root().entries(key).forEach((name, tree) -> {
            var content = content(tree, name);
            facts.stored(new StoredValues(kind, name, "", project.unit(), content, !content.isEmpty(), tree.origin()));
        });
    }

    /// The text of a `file:`, without its last line's end, under the stored thing's own name; the key says that
    /// it may be a secret.
    private Map<String, Written> content(YamlTree tree, String name) {
        var values = project.services().values().stream()
                .findFirst()
                .map(Project.Service::values)
                .orElse(Interpolation.NOTHING);
        return values.text(tree, "file")
                .flatMap(file -> files.find(project.folder(), file.text()))
                .filter(source -> source.text().length() <= MAX_SECRET)
                .map(source ->
                        Map.of(name, Written.of("secret " + name, source.text().strip(), source.place(1, 1, name))))
                .orElse(Map.of());
    }
}
