package dev.tautline.lab.postgres;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/// Unpacks the archive once per checksum. Processes may race: each unpacks beside the cache and the first
/// rename wins, so a directory with the final name is always complete.
final class BinariesCache {
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);
    private static final int CHECKSUM_CHARS = 16;

    private final Path directory;

    BinariesCache(Path directory) {
        this.directory = directory;
    }

    /// `$XDG_CACHE_HOME/tautline`, else `/var/cache/tautline` for root (another account must be able to
    /// reach it), else `~/.cache/tautline`, else one in the temporary directory named after the user.
    static BinariesCache standard(Map<String, String> environment, boolean root) {
        var xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        var home = environment.getOrDefault("HOME", "");
        if (Path.of(xdg).isAbsolute()) {
            return new BinariesCache(Path.of(xdg, "tautline"));
        }
        if (root) {
            return new BinariesCache(Path.of("/var/cache/tautline"));
        }
        if (Path.of(home).isAbsolute() && Files.isWritable(Path.of(home))) {
            return new BinariesCache(Path.of(home, ".cache", "tautline"));
        }
        var user = Account.uidOf(Path.of("/proc/self"));
        return new BinariesCache(Path.of(System.getProperty("java.io.tmpdir"), "tautline-cache-" + user));
    }

    Path directory() {
        return directory;
    }

    Binaries unpacked(URL archive) {
        try {
            Files.createDirectories(directory);
            if (Account.uidOf(directory) != Account.uidOf(Path.of("/proc/self"))) {
                throw new ClusterFailed("Cache directory %s belongs to another user".formatted(directory));
            }
            removeAbandoned();
            var complete = directory.resolve("postgres-" + checksum(archive));
            if (!Files.isDirectory(complete)) {
                unpack(archive, complete);
            }
            return new Binaries(complete);
        } catch (IOException failure) {
            throw new ClusterFailed(
                    "Cannot unpack the PostgreSQL programs into %s: %s".formatted(directory, failure), failure);
        }
    }

    private void unpack(URL archive, Path complete) throws IOException {
        var partial = Files.createTempDirectory(directory, "unpacking-");
        try {
            new ProgramArchive(archive).unpackInto(partial);
            Files.setPosixFilePermissions(partial, ProgramArchive.permissions(0755));
            Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException impossible) {
            throw impossible;
        } catch (IOException failure) {
            if (!Files.isDirectory(complete)) {
                throw failure;
            }
        } finally {
            new FileTree(partial).delete();
        }
    }

    private void removeAbandoned() throws IOException {
        try (var candidates = Files.newDirectoryStream(directory, "unpacking-*")) {
            for (var candidate : candidates) {
                var changed = Files.getLastModifiedTime(candidate).toInstant();
                if (changed.isBefore(Instant.now().minus(ABANDONED_AFTER))) {
                    new FileTree(candidate).delete();
                }
            }
        }
    }

    private static String checksum(URL archive) throws IOException {
        try (var in = archive.openStream()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, CHECKSUM_CHARS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
