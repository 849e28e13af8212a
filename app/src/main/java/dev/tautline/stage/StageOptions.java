package dev.tautline.stage;

import dev.tautline.lab.postgres.ClusterBuilder;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a stage shall be.
///
/// @param directory keeps the data for a later stage; null for a temporary one
/// @param fresh forgets what an earlier stage kept in the directory
/// @param standbys 0 to 8; refused otherwise
/// @param databasePort of all routes, each on a loopback address of its own; 0 takes a free one
/// @param tls whether the database offers TLS, on which shop and guard insist (`sslmode=verify-full`)
/// @param portsLeft ports that the database's servers leave to the programs that start after them
public record StageOptions(
        @Nullable Path directory, boolean fresh, int standbys, int databasePort, boolean tls, Set<Integer> portsLeft) {
    public StageOptions {
        if (standbys < 0 || standbys > ClusterBuilder.MOST_STANDBYS) {
            throw new StageRefused(
                    "--standbys %d: allowed are 0 to %d".formatted(standbys, ClusterBuilder.MOST_STANDBYS));
        }
    }

    /// Leaves nothing behind when closed.
    public static StageOptions temporary(int standbys) {
        return new StageOptions(null, false, standbys, 0, false, Set.of());
    }

    /// The same with TLS, or without.
    public StageOptions withTls(boolean offered) {
        return new StageOptions(directory, fresh, standbys, databasePort, offered, portsLeft);
    }
}
