package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.util.Optional;

/// Something mounted into a container at `path`. `source` is a volume, a folder of the host or empty for
/// nothing lasting.
public record Mount(
        String path,
        Kind kind,
        Optional<String> source,
        boolean isSubPath,
        Optional<Reference> reference,
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
}
