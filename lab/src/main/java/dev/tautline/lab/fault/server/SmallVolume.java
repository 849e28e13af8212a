package dev.tautline.lab.fault.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.lab.fault.FaultFailed;
import dev.tautline.lab.fault.Feasibility;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.List;

/// A file system of a few megabytes (tmpfs) over a directory of a server. What was in the directory is there again when
/// it is closed, or when the lab's process ends, however it ends; its sub-directories are there meanwhile, too, empty,
/// with the same owner.
final class SmallVolume implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// CAP_SYS_ADMIN, bit 21 (capabilities(7)).
    private static final long MAY_MOUNT = 1L << 21;

    private static final String FILLER = "filler";

    /// Its input ends with whoever holds the other end. Lazily: a session may still have a file open that is no more.
    private static final String UNMOUNT_AT_THE_END = "cat > /dev/null; exec umount --lazy \"$1\"";

    private final Path directory;
    private final Process unmounting;

    private SmallVolume(Path directory, Process unmounting) {
        this.directory = directory;
        this.unmounting = unmounting;
    }

    static Feasibility feasible() {
        return Feasibility.given(mayMount(), "mounting a small volume needs Linux and root (CAP_SYS_ADMIN)");
    }

    private static boolean mayMount() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(effective -> (effective & MAY_MOUNT) != 0);
        } catch (IOException | UncheckedIOException absent) {
            return false;
        }
    }

    static SmallVolume over(Path directory, long bytes) {
        try {
            var inside = inside(directory);
            run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + bytes, "tautline", directory.toString());
            // In a session of its own: Ctrl-C is for the lab.
            var volume = new SmallVolume(
                    directory, start("setsid", "sh", "-c", UNMOUNT_AT_THE_END, "sh", directory.toString()));
            for (var one : inside) {
                copyOwner(one.owner(), Files.createDirectory(directory.resolve(one.name())));
            }
            copyOwner(inside.getFirst().owner(), directory);
            return volume;
        } catch (IOException failure) {
            throw new FaultFailed("Cannot make a small volume at " + directory, failure);
        }
    }

    private record Inside(String name, PosixFileAttributes owner) {}

    private static List<Inside> inside(Path directory) throws IOException {
        try (var found = Files.list(directory)) {
            return found.map(path -> new Inside(path.getFileName().toString(), attributes(path)))
                    .toList();
        }
    }

    private static PosixFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, PosixFileAttributes.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copyOwner(PosixFileAttributes from, Path to) throws IOException {
        var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        view.setOwner(from.owner());
        view.setGroup(from.group());
        view.setPermissions(from.permissions());
    }

    /// Fills it but for so many bytes.
    void fill(long room) {
        var filler = directory.resolve(FILLER);
        var block = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            fill(out, block);
        } catch (IOException failure) {
            throw new FaultFailed("Cannot fill " + directory, failure);
        }
        try (var written = FileChannel.open(filler, StandardOpenOption.WRITE)) {
            written.truncate(Math.max(0, written.size() - room));
        } catch (IOException failure) {
            throw new FaultFailed("Cannot leave room in " + directory, failure);
        }
    }

    private static void fill(OutputStream out, byte[] block) {
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what it is for.
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(directory.resolve(FILLER));
        } catch (IOException failure) {
            throw new FaultFailed("Cannot make room in " + directory, failure);
        }
    }

    @Override
    public void close() {
        try {
            unmounting.getOutputStream().close();
        } catch (IOException failure) {
            throw new FaultFailed("Cannot take the small volume away from " + directory, failure);
        }
        await(unmounting, "umount " + directory);
    }

    private static void run(String... command) {
        try {
            await(start(command), String.join(" ", command));
        } catch (IOException failure) {
            throw new FaultFailed("Cannot run " + command[0], failure);
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void await(Process process, String what) {
        try {
            if (!process.waitFor(TIMEOUT)) {
                process.destroyForcibly();
                throw new FaultFailed("%s did not end within %s".formatted(what, TIMEOUT), null);
            }
            if (process.exitValue() != 0) {
                var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
                throw new FaultFailed("%s: %s".formatted(what, said), null);
            }
        } catch (IOException failure) {
            throw new FaultFailed("Cannot read what is said by " + what, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FaultFailed("Interrupted during " + what, interrupted);
        }
    }
}
