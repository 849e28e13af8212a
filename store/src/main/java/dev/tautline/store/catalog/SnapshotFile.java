package dev.tautline.store.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The snapshot on disk: a line with format and checksum, then JSON. A new one replaces the old one in one step, so a
/// crash leaves one of the two; a damaged one is told in the log and not read.
final class SnapshotFile {
    private static final Logger log = LoggerFactory.getLogger(SnapshotFile.class);
    private static final String FORMAT = "chandlery-catalogue-2 ";
    private static final int HEAD_BYTES = FORMAT.length() + 64 + 1;

    private final Path file;
    private final JsonMapper json;

    SnapshotFile(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    Optional<Snapshot> read() {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            log.warn("The catalogue in {} cannot be read and is left alone: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    /// Fails with `UncheckedIOException` when the disk does not take it; the former file is then as it was.
    void write(Snapshot snapshot) {
        var body = json.writeValueAsBytes(snapshot);
        var head = (FORMAT + checksum(body, 0) + "\n").getBytes(StandardCharsets.US_ASCII);
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (var channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(channel, head);
                write(channel, body);
                // Before the rename: else a power cut may leave a complete name on an empty file.
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("the catalogue cannot be kept in " + file, full);
        }
    }

    private Optional<Snapshot> parse(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.US_ASCII);
        if (!head.startsWith(FORMAT)
                || bytes.length <= HEAD_BYTES
                || !head.equals(FORMAT + checksum(bytes, HEAD_BYTES) + "\n")) {
            log.warn("The catalogue in {} is damaged or of another version and is not used", file);
            return Optional.empty();
        }
        return Optional.of(json.readValue(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES, Snapshot.class));
    }

    private static String checksum(byte[] bytes, int from) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
