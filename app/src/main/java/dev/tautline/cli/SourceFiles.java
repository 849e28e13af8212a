package dev.tautline.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that findings point into, read again to be shown. A file that has gone, grown or become unreadable since
/// the review has no lines; that is no reason to lose the finding. Not thread-safe.
final class SourceFiles {
    /// As much as the readers of `taut check` take of one file.
    private static final int MAX_BYTES = 4 << 20;
    /// Findings come sorted by file, so few files are asked for again.
    private static final int MAX_REMEMBERED = 32;

    private final Map<Path, SourceLines> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, SourceLines> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /// One line, counted from 1, with its secrets masked; empty when there is no such line now.
    Optional<MaskedLine> line(Path file, int number) {
        return remembered.computeIfAbsent(file, SourceFiles::read).line(number);
    }

    private static SourceLines read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return new SourceLines(name, Files.isRegularFile(file) ? lines(file) : List.of());
        } catch (IOException goneOrUnreadable) {
            return new SourceLines(name, List.of());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? List.of() : decoded(bytes).lines().toList();
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
