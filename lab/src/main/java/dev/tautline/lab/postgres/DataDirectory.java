package dev.tautline.lab.postgres;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A node's directory: `data` for the server, `server.log` and, for a standby, `passfile` beside it.
record DataDirectory(Path home, Account account, boolean kept) {
    private static final String SETTINGS_FILE = "lab.conf";
    private static final String ACCESS_RULES = """
            # TYPE  DATABASE     USER  ADDRESS       METHOD
            host    all          all   127.0.0.0/8   scram-sha-256
            host    all          all   ::1/128       scram-sha-256
            host    replication  all   127.0.0.0/8   scram-sha-256
            host    replication  all   ::1/128       scram-sha-256
            """;

    Path data() {
        return home.resolve("data");
    }

    Path passwordFile() {
        return home.resolve("passfile");
    }

    ServerLog log() {
        return new ServerLog(home.resolve("server.log"));
    }

    /// Marked as the last act, so that a directory whose making was cut short is made again.
    boolean isInitialised() {
        return Files.exists(home.resolve("complete"));
    }

    boolean isStandby() {
        return Files.exists(data().resolve("standby.signal"));
    }

    void initialise(ServerPrograms programs, Credentials superuser, Deadline deadline) {
        prepare();
        var passwordFile = passwordFile();
        try {
            writePrivately(passwordFile, superuser.password().reveal());
            account.own(home);
            programs.initialise(this, superuser.user(), deadline);
            Files.writeString(data().resolve("pg_hba.conf"), ACCESS_RULES);
            Files.writeString(
                    data().resolve("postgresql.conf"),
                    "%ninclude '%s'%n".formatted(SETTINGS_FILE),
                    StandardOpenOption.APPEND);
            markComplete();
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot initialise %s: %s".formatted(home, failure), failure);
        } finally {
            delete(passwordFile);
        }
    }

    String accessRules() {
        try {
            return Files.readString(data().resolve("pg_hba.conf"));
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot read the access rules of %s: %s".formatted(home, failure), failure);
        }
    }

    void writeAccessRules(String text) {
        try {
            Files.writeString(data().resolve("pg_hba.conf"), text);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write the access rules of %s: %s".formatted(home, failure), failure);
        }
    }

    Path writeBeside(String file, String text) {
        try {
            var path = beside(file);
            writePrivately(path, text);
            account.own(path);
            return path;
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write %s beside %s: %s".formatted(file, data(), failure), failure);
        }
    }

    Path beside(String file) {
        return home.resolve(file);
    }

    /// Empties the directory of what an interrupted attempt left.
    void prepare() {
        new FileTree(home).delete();
        FileTree.makePrivate(home);
    }

    void markComplete() throws IOException {
        Files.createFile(home.resolve("complete"));
    }

    void writeSettings(ServerSettings settings) {
        try {
            Files.writeString(data().resolve(SETTINGS_FILE), settings.text());
            account.own(home);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot write the settings of %s: %s".formatted(home, failure), failure);
        }
    }

    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot delete the password file %s: %s".formatted(file, failure), failure);
        }
    }
}
