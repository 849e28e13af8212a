package dev.tautline.targets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that somebody named and that nobody else bounds: a device or a pipe may never end (`/dev/zero`).
public final class ShortText {
    static final int MOST_BYTES = 1 << 20;

    private ShortText() {}

    /// It goes on beyond what any such file has.
    static final class TooLong extends IOException {
        private TooLong(Path file) {
            super(file + " has more than " + MOST_BYTES + " bytes");
        }
    }

    /// The whole text, in UTF-8 throughout.
    public static String of(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
    }

    /// The first line of the text, empty when there is none: where a password stands.
    public static String firstLine(Path file) throws IOException {
        return of(file).lines().findFirst().orElse("");
    }

    /// The whole text; what is not UTF-8 in it is replaced.
    static String lenient(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new TooLong(file);
            }
            return bytes;
        }
    }
}
