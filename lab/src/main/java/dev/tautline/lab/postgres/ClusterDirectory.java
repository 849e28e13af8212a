package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The directory of a whole cluster: one directory per node, the owning process, and for a kept one the name
/// of the primary and the superuser's password (readable by the owner only).
record ClusterDirectory(Path root, boolean kept) {
    static final String TEMPORARY_PREFIX = "tautline-cluster-";
    private static final String OWNER = "owner";
    private static final String PRIMARY = "primary";
    private static final String PASSWORD = "superuser-password";
    private static final String AUTHORITY = "authority.crt";

    static ClusterDirectory temporary(Path parent) {
        try {
            var directory = new ClusterDirectory(Files.createTempDirectory(parent, TEMPORARY_PREFIX), false);
            directory.claim();
            directory.letServersPass();
            return directory;
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot create a cluster directory in %s: %s".formatted(parent, failure), failure);
        }
    }

    /// Takes a kept directory over from a dead owner; fails when the owner lives or the directory holds
    /// something else.
    static ClusterDirectory kept(Path root) {
        var directory =
                new ClusterDirectory(FileTree.makePrivate(root.toAbsolutePath().normalize()), true);
        try {
            directory.refuseForeignContent();
            directory.claim();
            directory.letServersPass();
            return directory;
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot use %s for a cluster: %s".formatted(root, failure), failure);
        }
    }

    Optional<ProcessIdentity> owner() {
        return read(OWNER).flatMap(ProcessIdentity::parse);
    }

    /// The server's data directories, of every node that was ever made here.
    List<Path> dataDirectories() {
        try (var children = Files.list(root)) {
            return children.map(child -> child.resolve("data"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    String primaryName() {
        return read(PRIMARY).map(String::strip).orElse("db-1");
    }

    void recordPrimary(Node primary) {
        write(PRIMARY, primary.name());
    }

    /// The kept password, else a new one; it is stored only where a later start needs it.
    Secret password() {
        var known = read(PASSWORD).map(String::strip).map(Secret::new);
        var password = known.orElseGet(Secret::random);
        if (kept && known.isEmpty()) {
            write(PASSWORD, password.reveal());
        }
        return password;
    }

    /// Whom clients of the nodes may trust; everybody may read it.
    void writeAuthority(String certificate) {
        try {
            Files.writeString(authority(), certificate);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write %s: %s".formatted(authority(), failure), failure);
        }
    }

    Path authority() {
        return root.resolve(AUTHORITY);
    }

    /// Gives the directory up: a temporary one is deleted, a kept one may be started again.
    void release() {
        try {
            if (kept) {
                Files.deleteIfExists(root.resolve(OWNER));
            } else {
                new FileTree(root).delete();
            }
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot release %s: %s".formatted(root, failure), failure);
        }
    }

    private void claim() throws IOException {
        var self = ProcessIdentity.ofSelf();
        for (var attempt = 0; attempt < 2; attempt++) {
            try {
                Files.writeString(root.resolve(OWNER), self.text(), StandardOpenOption.CREATE_NEW);
                return;
            } catch (FileAlreadyExistsException claimed) {
                owner().filter(ProcessIdentity::isAlive).ifPresent(this::refuseLivingOwner);
                new Postmasters(this).end(StopMode.FAST);
                Files.deleteIfExists(root.resolve(OWNER));
            }
        }
        throw new ClusterFailed("Another process is starting a cluster in %s".formatted(root));
    }

    private void refuseLivingOwner(ProcessIdentity living) {
        throw new ClusterFailed("%s is in use by process %d: stop that first, or choose another directory"
                .formatted(root, living.pid()));
    }

    /// Where servers run as another account they must be able to pass through, though not to list.
    private void letServersPass() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private void refuseForeignContent() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            var foreign = children.map(child -> child.getFileName().toString())
                    .filter(name ->
                            !name.matches("db-\\d+|" + OWNER + "|" + PRIMARY + "|" + PASSWORD + "|" + AUTHORITY))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new ClusterFailed("%s is not a cluster's directory: it holds %s. Choose an empty or absent one."
                        .formatted(root, String.join(", ", foreign)));
            }
        }
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot read %s: %s".formatted(root.resolve(file), failure), failure);
        }
    }

    private void write(String file, String content) {
        try {
            DataDirectory.writePrivately(root.resolve(file), content);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write %s: %s".formatted(root.resolve(file), failure), failure);
        }
    }
}
