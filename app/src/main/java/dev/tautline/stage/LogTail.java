package dev.tautline.stage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The end of what a program wrote; it belongs into every error about the program.
record LogTail(Path file) {
    private static final int BYTES = 8 * 1024;
    private static final int LINES = 15;

    String text() {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - BYTES));
            var bytes = new byte[(int) (in.length() - in.getFilePointer())];
            in.readFully(bytes);
            return "Last lines of %s:%n%s".formatted(file, last(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return "Its log %s cannot be read.".formatted(file);
        }
    }

    private static String last(String text) {
        var lines = text.lines().toList();
        return lines.isEmpty()
                ? "(empty)"
                : String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
