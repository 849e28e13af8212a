package dev.tautline.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// One guard per folder: two would answer each other's incidents. The kernel gives the lock back when its holder dies.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws HistoryUnusable when another guard has it, or nothing can be made there
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            onlyForUs(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new HistoryUnusable(folder + ": another guard keeps its history there; stop it, or name another"
                        + " folder with --state-dir");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new HistoryUnusable(folder + ": no history can be kept there ("
                    + e.getClass().getSimpleName() + "); name a folder that can be written with --state-dir");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /// Incidents name hosts and people's reports; other accounts have no business there.
    private static void onlyForUs(Path folder) throws IOException {
        var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
