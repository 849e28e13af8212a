package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// Reads the text of files, within a bound; a file that cannot be read becomes a problem.
public final class TextFiles {
    /// A hundred times the largest configuration file we have seen.
    private static final long MAX_BYTES = 4L << 20;

    private final Collection<Problem> problems;

    public TextFiles(Collection<Problem> problems) {
        this.problems = problems;
    }

    public Optional<String> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return problem(file, "larger than " + (MAX_BYTES >> 20) + " MiB; not read");
            }
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(
                    decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString());
        } catch (CharacterCodingException notUtf8) {
            return problem(file, "not UTF-8");
        } catch (AccessDeniedException denied) {
            return problem(file, "no permission to read it");
        } catch (IOException unreadable) {
            return problem(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Optional<String> problem(Path file, String message) {
        problems.add(new Problem(new Origin.InFile(file, 1, 1, ""), message));
        return Optional.empty();
    }
}
