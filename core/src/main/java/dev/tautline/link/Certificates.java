package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The certificates that lie among the configuration, and when they were read.
public record Certificates(List<CertificateFile> files, Instant readAt) {
    public static final Certificates NONE = new Certificates(List.of(), Instant.EPOCH);

    public Certificates {
        files = List.copyOf(files);
    }

    /// The file that a path in a setting means: what a workload mounts there, or what lies beside the file that
    /// says so. Empty where no file here is known to be it.
    public Optional<CertificateFile> at(String path, Origin written, Optional<Workload> runs) {
        return Stream.concat(mounted(path, runs), beside(path, written))
                .flatMap(found -> files.stream().filter(file -> file.file().equals(found)))
                .findFirst();
    }

    private static Stream<Path> mounted(String path, Optional<Workload> runs) {
        return runs.stream()
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.mounts().stream())
                .filter(mount -> mount.kind() == Mount.Kind.HOST_FOLDER)
                .flatMap(mount -> mounted(path, mount).stream());
    }

    private static Optional<Path> mounted(String path, Mount mount) {
        var inside = path.equals(mount.path())
                ? Optional.of("")
                : path.startsWith(mount.path() + "/")
                        ? Optional.of(path.substring(mount.path().length() + 1))
                        : Optional.<String>empty();
        return inside.flatMap(rest -> mount.source()
                .filter(source -> source.startsWith("."))
                .flatMap(source -> resolve(mount.origin(), source).map(folder -> folder.resolve(rest))));
    }

    /// A path on the machine that the files are copied to; its last part is the file beside.
    private static Stream<Path> beside(String path, Origin written) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return Stream.of(path, name).filter(one -> !one.startsWith("/")).flatMap(one -> resolve(written, one).stream());
    }

    private static Optional<Path> resolve(Origin from, String path) {
        try {
            return from.place()
                    .flatMap(place -> Optional.ofNullable(
                            place.file().toAbsolutePath().normalize().getParent()))
                    .map(folder -> folder.resolve(path).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
