package dev.tautline.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Unpacks what `git archive` wrote.
final class Archive {
    /// A file that large is no configuration; the readers would not read it either.
    private static final long MAX_BYTES = 64L << 20;

    private Archive() {}

    static void unpack(Path archive, Path folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), folder);
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("an entry of the archive leaves it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.getSize() <= MAX_BYTES) {
            Files.createDirectories(path.getParent());
            try (var content = zip.getInputStream(entry)) {
                Files.copy(content, path);
            }
        }
    }
}
