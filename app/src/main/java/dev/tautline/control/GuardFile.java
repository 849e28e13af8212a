package dev.tautline.control;

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

/// Where the guard that runs says how it is reached: `guard.json` in its state folder, which only its owner may read.
///
/// @param url the dashboard's
/// @param token whoever has it may do what the guard's owner may
/// @param pid the guard's process
public record GuardFile(URI url, Secret token, long pid) {
    private static final String NAME = "guard.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Written(String url, String token, long pid) {}

    /// Written whole or not at all, and readable to the owner only from the first byte on.
    ///
    /// @throws IOException when it cannot be written
    public void write(Path folder) throws IOException {
        var beside = Files.createTempFile(
                folder,
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(beside, JSON.writeValueAsString(new Written(url.toString(), token.reveal(), pid)));
            Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Of the guard that runs, or of one that was killed: whether it answers, only asking tells.
    public static Optional<GuardFile> in(Path folder) {
        try {
            var written = JSON.readValue(Files.readString(folder.resolve(NAME)), Written.class);
            return Optional.of(new GuardFile(URI.create(written.url()), Secret.of(written.token()), written.pid()));
        } catch (IOException | JacksonException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}
