package dev.tautline.labdoor;

import dev.tautline.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a stage that runs says how its lab is reached: `lab.json` in its directory, which only its owner may read.
///
/// @param token whoever has it may break what is on the stage
record DoorFile(URI url, Secret token) {
    private static final String NAME = "lab.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Written(String url, String token) {}

    /// Written whole or not at all, and readable to the owner only from the first byte on.
    void write(Path directory) throws IOException {
        var beside = Files.createTempFile(
                directory,
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(beside, JSON.writeValueAsString(new Written(url.toString(), token.reveal())));
            Files.move(beside, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Of a stage that runs, or of one that was killed: whether it answers, only asking tells. A door is on loopback
    /// and nowhere else, whatever the file says.
    static Optional<DoorFile> in(Path directory) {
        try {
            var written = JSON.readValue(Files.readString(directory.resolve(NAME)), Written.class);
            var url = URI.create(written.url());
            return "127.0.0.1".equals(url.getHost())
                    ? Optional.of(new DoorFile(url, Secret.of(written.token())))
                    : Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }
}
