package dev.tautline.link.reader;

import dev.tautline.link.Container;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Facts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds the workloads that run an application: by the folder that their image is built from, or by name.
final class WorkloadsOfApplications {
    private final Facts facts;
    private final Map<Path, List<Workload>> found = new HashMap<>();

    WorkloadsOfApplications(Facts facts) {
        this.facts = facts;
    }

    List<Workload> of(ApplicationFiles application) {
        return found.computeIfAbsent(
                application.home(),
                home -> facts.workloads().stream()
                        .filter(workload -> runs(workload, application))
                        .toList());
    }

    private static boolean runs(Workload workload, ApplicationFiles application) {
        return workload.containers().stream()
                .anyMatch(container -> isBuiltFrom(container, application.home())
                        || application.names().contains(container.name())
                        || container
                                .imageName()
                                .map(application.names()::contains)
                                .orElse(false)
                        || (container.build().isEmpty() && application.names().contains(workload.name())));
    }

    private static boolean isBuiltFrom(Container container, Path home) {
        return container
                .build()
                .map(folder -> folderOf(container).resolve(folder).normalize())
                .map(folder -> Objects.equals(folder, home.toAbsolutePath().normalize()))
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
