package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Temporary clusters whose owner was killed before it could close them.
record StaleClusters(Path parent) {
    /// Ends their servers and deletes their directories; those of other users or of living owners are left
    /// alone.
    void remove() {
        for (var directory : find()) {
            new Postmasters(directory).end(StopMode.IMMEDIATE);
            directory.release();
        }
    }

    private List<ClusterDirectory> find() {
        var stale = new ArrayList<ClusterDirectory>();
        try (var candidates = Files.newDirectoryStream(parent, ClusterDirectory.TEMPORARY_PREFIX + "*")) {
            for (var candidate : candidates) {
                var directory = new ClusterDirectory(candidate, false);
                if (isOurs(candidate) && ownerIsDead(directory)) {
                    stale.add(directory);
                }
            }
        } catch (IOException unreadable) {
            throw new ClusterFailed(
                    "Cannot look for stale clusters in %s: %s".formatted(parent, unreadable), unreadable);
        }
        return stale;
    }

    private static boolean isOurs(Path directory) {
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Account.uidOf(directory) == Account.uidOf(Path.of("/proc/self"));
        } catch (ClusterFailed vanished) {
            return false;
        }
    }

    /// A directory without an owner file is one that another process is just creating.
    private static boolean ownerIsDead(ClusterDirectory directory) {
        return directory.owner().filter(owner -> !owner.isAlive()).isPresent();
    }
}
