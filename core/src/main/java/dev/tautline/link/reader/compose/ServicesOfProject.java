package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.compose.Project.Service;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The services of a project: its own, those of included files, each laid over what it extends.
final class ServicesOfProject {
    /// Files that include files that include files: more than anybody writes.
    private static final int MAX_DEPTH = 8;

    private final NamedFiles files;
    private final Sources sources;
    private final Collection<Problem> problems;
    private final Map<Path, Optional<YamlTree>> roots = new HashMap<>();

    ServicesOfProject(NamedFiles files, Sources sources, Collection<Problem> problems) {
        this.files = files;
        this.sources = sources;
        this.problems = problems;
    }

    Map<String, Service> of(ComposeFile first, YamlTree root, Interpolation values) {
        var services = new LinkedHashMap<String, Service>();
        collect(
                root,
                first.folder(),
                values,
                services,
                new LinkedHashSet<>(Set.of(first.source().file().normalize())));
        return services;
    }

    private void collect(
            YamlTree root, Path folder, Interpolation values, Map<String, Service> services, Set<Path> including) {
        for (var include : included(root)) {
            for (var name : include) {
                var resolved = values.resolve(name).text();
                var path = NamedFiles.resolve(folder, resolved);
                if (path.isPresent() && including.size() < MAX_DEPTH && including.add(path.get())) {
                    root(folder, resolved).ifPresent(tree -> {
                        var inside = Optional.ofNullable(path.get().getParent()).orElse(folder);
                        collect(tree, inside, valuesIn(inside, values), services, including);
                    });
                }
            }
        }
        root.entries("services").forEach((name, tree) -> {
            var whole = extended(tree, root, folder, new HashSet<>());
            services.merge(
                    name,
                    new Service(name, whole, values, folder),
                    (below, above) -> new Service(
                            name, new Merge(sources).over(below.tree(), above.tree()), values, above.folder()));
        });
    }

    /// `include: [file]`, or `include: [{path: [file, override]}]`.
    private static List<List<Written>> included(YamlTree root) {
        var all = new ArrayList<List<Written>>();
        for (var item : root.items("include")) {
            var one = new ArrayList<Written>();
            item.text().ifPresent(one::add);
            item.text("path").ifPresent(one::add);
            item.items("path").forEach(path -> path.text().ifPresent(one::add));
            all.add(one);
        }
        return all;
    }

    private Interpolation valuesIn(Path folder, Interpolation outer) {
        return files.find(folder, ".env")
                .map(source -> {
                    var all = new LinkedHashMap<>(Projects.values(source).values());
                    all.putAll(outer.values());
                    return new Interpolation(all);
                })
                .orElse(outer);
    }

    private YamlTree extended(YamlTree service, YamlTree root, Path folder, Set<YamlTree> onTheWay) {
        var name = service.text("extends").or(() -> service.text("extends", "service"));
        if (name.isEmpty() || !onTheWay.add(service)) {
            return service;
        }
        var file = service.text("extends", "file").map(Written::text);
        var where = file.isPresent() ? root(folder, file.get()) : Optional.of(root);
        var inFolder = file.flatMap(other -> NamedFiles.resolve(folder, other))
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElse(folder);
        return where.flatMap(tree ->
                        tree.at("services", name.get().text()).map(below -> extended(below, tree, inFolder, onTheWay)))
                .map(below -> new Merge(sources).over(below, service))
                .orElse(service);
    }

    private Optional<YamlTree> root(Path folder, String name) {
        return NamedFiles.resolve(folder, name)
                .flatMap(path -> roots.computeIfAbsent(
                        path, any -> files.find(folder, name).flatMap(this::read)));
    }

    private Optional<YamlTree> read(SourceText source) {
        sources.know(source);
        return YamlTree.read(source, problems).stream().findFirst().map(ComposeFile::inTodaysForm);
    }
}
