package dev.tautline.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which process listens on a TCP port, as far as Linux tells this user: proc(5), `/proc/net/tcp` and `/proc/PID/fd`.
public final class PortOwner {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int CONNECTION_STATE = 3;
    private static final int INODE = 9;

    private final Path proc;

    public PortOwner(Path proc) {
        this.proc = proc;
    }

    public static PortOwner ofThisMachine() {
        return new PortOwner(Path.of("/proc"));
    }

    /// For people, for example `postgres (process 4711)`; empty on other systems, and for processes of other users.
    public Optional<String> of(int port) {
        var sockets = new HashSet<String>();
        sockets.addAll(listening(proc.resolve("net/tcp"), port));
        sockets.addAll(listening(proc.resolve("net/tcp6"), port));
        return sockets.isEmpty() ? Optional.empty() : process(sockets);
    }

    private static Set<String> listening(Path table, int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        var sockets = new HashSet<String>();
        try {
            for (var line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                var columns = line.strip().split("\\s+", -1);
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(suffix)
                        && columns[CONNECTION_STATE].equals(LISTENING)) {
                    sockets.add("socket:[" + columns[INODE] + "]");
                }
            }
        } catch (IOException e) {
            // No such table: not Linux, or no IPv6.
        }
        return sockets;
    }

    private Optional<String> process(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var process : processes) {
                if (holds(process, sockets)) {
                    return Optional.of(describe(process));
                }
            }
        } catch (IOException e) {
            // Not told is not known.
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (var file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }

    /// The command's name only: a command line may hold passwords.
    private static String describe(Path process) {
        var number = "process " + process.getFileName();
        try {
            return Files.readString(process.resolve("comm")).strip() + " (" + number + ")";
        } catch (IOException e) {
            return number;
        }
    }
}
