package dev.tautline.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The text of a file that was reviewed.
public final class SourceText {
    private SourceText() {}

    /// The text; empty when it cannot be read, which the review itself has reported. Bytes that are not UTF-8 are
    /// replaced.
    public static Optional<String> of(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
