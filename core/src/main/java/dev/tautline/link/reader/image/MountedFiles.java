package dev.tautline.link.reader.image;

import dev.tautline.link.Mount;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a workload mounts a file of the repository, itself or a folder above it.
final class MountedFiles {
    private MountedFiles() {}

    static boolean mounts(Workload workload, Origin file) {
        return file.place()
                .map(place -> place.file().toAbsolutePath().normalize())
                .map(path -> workload.containers().stream()
                        .flatMap(container -> container.mounts().stream())
                        .filter(mount -> mount.kind() == Mount.Kind.HOST_FOLDER)
                        .flatMap(mount -> source(mount).stream())
                        .anyMatch(path::startsWith))
                .orElse(false);
    }

    /// The mounted path, unless it is the project's own folder, which says nothing.
    private static Optional<Path> source(Mount mount) {
        return mount.origin().place().flatMap(place -> {
            var folder = Optional.ofNullable(place.file().toAbsolutePath().getParent())
                    .orElseThrow();
            return mount.source()
                    .flatMap(source -> NamedFiles.resolve(folder, source))
                    .filter(path -> !folder.normalize().startsWith(path));
        });
    }
}
