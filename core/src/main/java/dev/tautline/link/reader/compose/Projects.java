package dev.tautline.link.reader.compose;

import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.EnvFile;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts files together as Compose would when started in their folder: the default file with its override, and
/// each other file either alone or over the default one.
final class Projects {
    /// Keys of `deploy` that only a swarm heeds.
    private static final Set<String> SWARM =
            Set.of("mode", "placement", "endpoint_mode", "update_config", "rollback_config");

    private final NamedFiles files;
    private final Collection<Problem> problems;
    private final Sources sources;

    Projects(NamedFiles files, Sources sources, Collection<Problem> problems) {
        this.files = files;
        this.sources = sources;
        this.problems = problems;
    }

    /// All projects of one folder.
    List<Project> of(List<ComposeFile> folder) {
        var projects = new ArrayList<Project>();
        var base = folder.stream().filter(ComposeFile::isBase).findFirst();
        var override = folder.stream().filter(ComposeFile::isOverride).findFirst();
        base.ifPresent(file -> projects.add(project(file, override)));
        folder.stream()
                .filter(file -> !base.map(file::equals).orElse(false))
                .filter(file -> !file.isOverride() || base.isEmpty())
                .forEach(file -> projects.add(variant(base, file)));
        return projects;
    }

    private Project variant(Optional<ComposeFile> base, ComposeFile file) {
        return base.filter(below -> !file.isBase() && !(file.standsAlone() && file.sharesServicesWith(below)))
                .map(below -> project(below, Optional.of(file)))
                .orElseGet(() -> project(file, Optional.empty()));
    }

    private Project project(ComposeFile first, Optional<ComposeFile> over) {
        var root = over.map(other -> new Merge(sources).over(first.root(), other.root()))
                .orElse(first.root());
        var values = values(first.folder());
        var services = new ServicesOfProject(files, sources, problems).of(first, root, values);
        var unit = first.source().file()
                + over.map(other -> " + " + other.source().name()).orElse("");
        var name = root.text("name")
                .map(Written::text)
                .orElseGet(() -> String.valueOf(
                        first.folder().toAbsolutePath().normalize().getFileName()));
        return new Project(unit, name, first.folder(), stage(over.orElse(first), root), services, root);
    }

    private static Stage stage(ComposeFile last, YamlTree root) {
        var byName = Stage.ofName(last.variant());
        if (byName != Stage.UNKNOWN) {
            return byName;
        }
        var isSwarm = root.entries("services").values().stream()
                .anyMatch(service -> service.entries("deploy").keySet().stream().anyMatch(SWARM::contains));
        return isSwarm || last.source().name().contains("stack") ? Stage.PRODUCTION : Stage.LOCAL;
    }

    /// The variables of the `.env` beside the file.
    private Interpolation values(Path folder) {
        return files.find(folder, ".env").map(Projects::values).orElse(Interpolation.NOTHING);
    }

    static Interpolation values(SourceText source) {
        var values = new LinkedHashMap<String, Written>();
        resolved(Interpolation.NOTHING, source, values);
        return new Interpolation(values);
    }

    /// Adds the variables of a file; each may use those before it, which give way to the project's.
    static void resolved(Interpolation project, SourceText source, Map<String, Written> into) {
        EnvFile.read(source)
                .forEach((name, raw) -> into.put(name, project.orElse(into).resolve(raw)));
    }
}
