package dev.tautline.link.reader.format;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The files that one file includes, and those that they include: never in a circle, not deeper than servers go, and
/// not more than anybody keeps, for ten lines that each include a folder of ten files would be read without end. Not
/// thread-safe.
public final class Inclusions {
    /// `CONF_FILE_MAX_DEPTH` of PostgreSQL 18, `src/include/utils/conffiles.h`.
    public static final int MAX_DEPTH = 10;

    private static final int MAX_FILES = 1_000;

    private final Set<Path> read = new LinkedHashSet<>();
    private final Set<Path> onTheWay = new HashSet<>();
    private final Set<Path> refused = new HashSet<>();
    private int count;

    /// Runs `reading`, which may come back here for what the file includes. Where the file is on the way already, too
    /// deep, or one too many, runs `refusing` instead, once for each file.
    public void enter(Path file, Runnable reading, Runnable refusing) {
        if (onTheWay.size() >= MAX_DEPTH || count >= MAX_FILES || !onTheWay.add(file)) {
            if (refused.add(file)) {
                refusing.run();
            }
            return;
        }
        count++;
        read.add(file);
        reading.run();
        onTheWay.remove(file);
    }

    /// The files that were read on the way.
    public Set<Path> read() {
        return Set.copyOf(read);
    }

    /// What to say of a file that was refused.
    public static String refusal() {
        return "included by itself, more than " + MAX_DEPTH + " files deep, or after " + MAX_FILES + " others";
    }
}
