package dev.tautline.stage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which process listens on a port, read from Linux' `/proc` (proc(5), net/tcp). The program's name only: its arguments
/// may hold secrets.
record PortOwner(long pid, String program) {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /// Empty when nobody listens, on another system, or when the process belongs to somebody else.
    static Optional<PortOwner> of(int port) {
        var sockets = listeningSockets(port);
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsAny(process.pid(), sockets))
                        .findFirst()
                        .map(process -> new PortOwner(process.pid(), name(process.pid())));
    }

    @Override
    public String toString() {
        return "process %d (%s)".formatted(pid, program);
    }

    private static Set<String> listeningSockets(int port) {
        var suffix = ":%04X".formatted(port);
        var sockets = new HashSet<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : lines(Path.of(table))) {
                var fields = line.strip().split("\\s+", -1);
                if (fields.length > INODE
                        && fields[LOCAL_ADDRESS].endsWith(suffix)
                        && fields[STATE].equals(LISTENING)) {
                    sockets.add("socket:[%s]".formatted(fields[INODE]));
                }
            }
        }
        return sockets;
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (var files = Files.newDirectoryStream(Path.of("/proc/%d/fd".formatted(pid)))) {
            for (var file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException goneOrForeign) {
            return false;
        }
        return false;
    }

    private static String name(long pid) {
        var lines = lines(Path.of("/proc/%d/comm".formatted(pid)));
        return lines.isEmpty() ? "already gone" : lines.getFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
