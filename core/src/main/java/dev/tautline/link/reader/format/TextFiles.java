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
            return Optional.of(decoded(file, Files.readAllBytes(file)));
        } catch (CharacterCodingException notUtf8) {
            return problem(file, "not UTF-8");
        } catch (AccessDeniedException denied) {
            return problem(file, "no permission to read it");
        } catch (IOException unreadable) {
            return problem(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    /// Properties are in Latin-1 by their definition (`java.util.Properties.load`), although most are UTF-8 by now.
    private static String decoded(Path file, byte[] bytes) throws CharacterCodingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            if (file.toString().endsWith(".properties") && isText(bytes)) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
            throw notUtf8;
        }
    }

    private static boolean isText(byte[] bytes) {
        for (var one : bytes) {
            if (one >= 0 && one < ' ' && !Character.isWhitespace(one)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> problem(Path file, String message) {
        problems.add(new Problem(new Origin.InFile(file, 1, 1, ""), message));
        return Optional.empty();
    }
}
