package dev.tautline.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file whole or not at all: beside it first, then in its place. The permissions that it had stay.
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] bytes) throws IOException {
        var absolute = file.toAbsolutePath();
        var beside = Files.createTempFile(absolute.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.write(beside, bytes);
            copyPermissions(absolute, beside);
            replace(beside, absolute);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target == null) {
            return;
        }
        if (Files.exists(from)) {
            target.setPermissions(Files.getPosixFilePermissions(from));
        } else {
            // A new file is not a secret: readable as one that an editor would make.
            target.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void replace(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherVolume) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
