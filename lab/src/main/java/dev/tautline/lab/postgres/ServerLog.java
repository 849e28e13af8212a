package dev.tautline.lab.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a program wrote; the end of it belongs into every error about the program.
record ServerLog(Path file) {
    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 15;

    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// The last lines, oldest first, of at most the last 16 KiB.
    List<String> lastLines(int count) {
        var lines = textSince(Math.max(0, size() - TAIL_BYTES)).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    String textSince(long offset) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.min(offset, in.length()));
            var bytes = new byte[(int) Math.min(Integer.MAX_VALUE / 2, in.length() - in.getFilePointer())];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /// For the end of an error message.
    String tail() {
        var lines = lastLines(TAIL_LINES);
        var text = lines.isEmpty() ? "(empty)" : String.join(System.lineSeparator(), lines);
        return "Last lines of %s:%n%s".formatted(file, text);
    }
}
