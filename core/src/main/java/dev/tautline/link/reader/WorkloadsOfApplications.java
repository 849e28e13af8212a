package dev.tautline.link.reader;

import dev.tautline.link.Container;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Facts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the workloads that run an application: by the folder that their image is built from, or by name.
final class WorkloadsOfApplications {
    /// What applications call the variables for their database.
    private static final Pattern DATABASE = Pattern.compile("(?:.*_)?(?:DB|DATABASE|DATASOURCE|JDBC)(?:_.*)?");

    private final Facts facts;
    private final Map<Path, List<Workload>> found = new HashMap<>();

    WorkloadsOfApplications(Facts facts) {
        this.facts = facts;
    }

    List<Workload> of(ApplicationFiles application) {
        return found.computeIfAbsent(application.home(), home -> find(application));
    }

    private List<Workload> find(ApplicationFiles application) {
        // Once for all workloads: an application merges its files to tell its names.
        var names = application.names();
        var home = application.home().toAbsolutePath().normalize();
        var named = facts.workloads().stream()
                .filter(workload -> runs(workload, names, home))
                .toList();
        return named.isEmpty() && facts.applications().size() == 1 ? theOnlyService() : named;
    }

    /// Where there is one application and one service, whatever the two are called, the one runs the other;
    /// each overlay may have its own.
    private List<Workload> theOnlyService() {
        var services = facts.workloads().stream()
                .filter(workload -> !workload.isJob()
                        && workload.containers().size() == 1
                        && DatabaseImage.of(workload).isEmpty())
                .toList();
        var names = services.stream().map(Workload::name).distinct().count();
        return names == 1 && services.stream().allMatch(WorkloadsOfApplications::isGivenADatabase)
                ? services
                : List.of();
    }

    private static boolean isGivenADatabase(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .anyMatch(variable -> DATABASE.matcher(variable.name()).matches());
    }

    private static boolean runs(Workload workload, Set<String> names, Path home) {
        return workload.containers().stream()
                .anyMatch(container -> isBuiltFrom(container, home)
                        || names.contains(container.name())
                        || container.imageName().map(names::contains).orElse(false)
                        || (container.build().isEmpty() && names.contains(workload.name())));
    }

    private static boolean isBuiltFrom(Container container, Path home) {
        return container
                .build()
                .map(folder -> folderOf(container).resolve(folder).normalize())
                .map(folder -> Objects.equals(folder, home))
                .orElse(false);
    }

    private static Path folderOf(Container container) {
        return container
                .origin()
                .place()
                .map(place -> place.file().toAbsolutePath().normalize())
                .flatMap(file -> Optional.ofNullable(file.getParent()))
                .orElse(Path.of("").toAbsolutePath());
    }
}
