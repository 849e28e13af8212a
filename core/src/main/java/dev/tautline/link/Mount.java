package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.util.Optional;

/// Something mounted into a container at `path`. `source` is a volume, a folder of the host or empty for
/// nothing lasting. `isSeen` says that files of it were read here.
public record Mount(
        String path,
        Kind kind,
        Optional<String> source,
        boolean isSubPath,
        Optional<Reference> reference,
        boolean isSeen,
        Origin origin) {
    /// How long its content lives.
    public enum Kind {
        /// A named volume or a claim: outlives the container.
        VOLUME,
        /// A folder of the host.
        HOST_FOLDER,
        /// Gone with the container: `emptyDir`, `tmpfs`.
        TEMPORARY,
        /// Files from stored values.
        STORED_VALUES
    }

    /// A mount of which nothing was read.
    public Mount(
            String path,
            Kind kind,
            Optional<String> source,
            boolean isSubPath,
            Optional<Reference> reference,
            Origin origin) {
        this(path, kind, source, isSubPath, reference, false, origin);
    }

    /// The same mount, of which files were read.
    public Mount seen() {
        return new Mount(path, kind, source, isSubPath, reference, true, origin);
    }

    /// Whether a file in the container is this mount, or in it.
    public boolean holds(String file) {
        return file.equals(path) || file.startsWith(path.endsWith("/") ? path : path + "/");
    }
}
