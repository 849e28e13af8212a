package dev.tautline.lab.name;

import dev.tautline.lab.Injection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A hosts file for JVMs started with [#jvmOptions]: the JDK reads it at every lookup that its cache does
/// not answer. It replaces all other name services there, so it always holds localhost and this machine's
/// name. Thread-safe.
public final class HostsFile {
    private static final String HOST_NAME =
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";

    private final Path file;
    private final Map<String, InetAddress> addresses = new LinkedHashMap<>();

    private volatile boolean conducted;

    private HostsFile(Path file) {
        this.file = file;
    }

    /// Writes a hosts file with the names that every JVM needs; an existing file is replaced.
    public static HostsFile create(Path file) {
        var hosts = new HostsFile(file.toAbsolutePath());
        hosts.addresses.put("localhost", InetAddress.getLoopbackAddress());
        hosts.addOwnName();
        hosts.write();
        return hosts;
    }

    public Path file() {
        return file;
    }

    /// Options for a JVM that shall resolve by this file, and believe an answer for so long: at least 1 s,
    /// in whole seconds. Without them the JDK keeps an address for 30 s and a failure for 10 s.
    public List<String> jvmOptions(Duration cache) {
        var seconds = Math.max(1, cache.toSeconds());
        return List.of(
                "-Djdk.net.hosts.file=" + file,
                "-Dsun.net.inetaddr.ttl=" + seconds,
                "-Dsun.net.inetaddr.negative.ttl=" + seconds);
    }

    /// As [#jvmOptions], for a JVM whose lookups shall follow [#conduct], too. Classes for it are written to a
    /// directory beside the file.
    public List<String> conductedJvmOptions() {
        conducted = true;
        return ResolverPath.writeTo(file.resolveSibling(file.getFileName() + ".resolver"))
                .jvmOptions(file);
    }

    /// Whether there are JVMs whose lookups follow [#conduct].
    public boolean isConducted() {
        return conducted;
    }

    public synchronized Optional<InetAddress> address(String name) {
        return Optional.ofNullable(addresses.get(name));
    }

    /// Points a name to an address, for all readers at once; closing the answer restores what the name had
    /// before.
    public synchronized Injection publish(String name, InetAddress address) {
        if (!name.matches(HOST_NAME)) {
            throw new HostsFileFailed(
                    "'%s' is not a host name: letters, digits, hyphens and dots".formatted(name), null);
        }
        var former = addresses.put(name, address);
        write();
        return Injection.healedBy(() -> restore(name, former));
    }

    /// Takes a name away, for all readers at once; closing the answer restores it.
    public synchronized Injection withdraw(String name) {
        var former = addresses.remove(name);
        write();
        return Injection.healedBy(() -> restore(name, former));
    }

    /// How lookups behave in JVMs that were started with [#conductedJvmOptions]: `delay MILLIS` or `fail`. Closing the
    /// answer lets them behave again.
    public Injection conduct(String word) {
        var conduct = ConductedResolver.conductOf(file);
        try {
            Files.writeString(conduct, word);
        } catch (IOException failure) {
            throw new HostsFileFailed("Cannot write %s: %s".formatted(conduct, failure), failure);
        }
        return Injection.healedBy(() -> behave(conduct));
    }

    private static void behave(Path conduct) {
        try {
            Files.deleteIfExists(conduct);
        } catch (IOException failure) {
            throw new HostsFileFailed("Cannot delete %s: %s".formatted(conduct, failure), failure);
        }
    }

    private synchronized void restore(String name, @Nullable InetAddress former) {
        if (former == null) {
            addresses.remove(name);
        } else {
            addresses.put(name, former);
        }
        write();
    }

    private void addOwnName() {
        try {
            var self = InetAddress.getLocalHost();
            addresses.put(self.getHostName(), self);
        } catch (UnknownHostException nameless) {
            // The machine does not know its own name, so no program on it can need the name.
        }
    }

    /// A rename replaces the file at once: no reader sees half of it.
    private void write() {
        var lines = addresses.entrySet().stream()
                .map(entry -> entry.getValue().getHostAddress() + " " + entry.getKey())
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new HostsFileFailed("Cannot write the hosts file %s: %s".formatted(file, failure), failure);
        }
    }
}
