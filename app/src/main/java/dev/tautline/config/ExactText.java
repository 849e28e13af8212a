package dev.tautline.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A file's text of which the same bytes can be made again, which an edit needs. A symbolic link is not followed: what
/// it leads to belongs to something else.
public final class ExactText {
    private ExactText() {}

    /// The text; empty when the file cannot be read, is a link, or is not UTF-8 throughout.
    public static Optional<String> of(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return Optional.empty();
            }
            var bytes = Files.readAllBytes(file);
            var text = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)) ? Optional.of(text) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Writes `after` in place of `before`; false when the file no longer holds `before`.
    public static boolean replace(Path file, String before, String after) throws IOException {
        if (!of(file).equals(Optional.of(before))) {
            return false;
        }
        WholeFile.write(file, after);
        return true;
    }
}
