package dev.tautline.probe.name;

import dev.tautline.probe.name.DnsMessage.Answer;
import dev.tautline.probe.name.DnsMessage.RecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out where a name's addresses come from, beside the system's resolver, which does not tell.
public final class NameInspector {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /// For all questions together: beyond it nothing more is asked.
    private static final Duration PATIENCE_IN_ALL = Duration.ofMillis(1_500);

    private final HostsTable hosts;
    private final ResolverFile resolver;
    private final NameServers servers;
    private final JvmNameCache cache;

    NameInspector(HostsTable hosts, ResolverFile resolver, NameServers servers, JvmNameCache cache) {
        this.hosts = hosts;
        this.resolver = resolver;
        this.servers = servers;
        this.cache = cache;
    }

    /// By this machine's own files; one that cannot be read counts as empty.
    public static NameInspector ofThisMachine() {
        var resolver = ResolverFile.parse(lines(Path.of("/etc/resolv.conf")));
        return new NameInspector(
                new HostsTable(lines(Path.of("/etc/hosts"))),
                resolver,
                new NameServers(resolver.nameServers(), PATIENCE, new SecureRandom()),
                JvmNameCache.ofThisJvm());
    }

    /// Takes no longer than two seconds.
    public NameOrigin inspect(String host) {
        long begin = System.nanoTime();
        var inVain = new ArrayList<String>();
        for (var name : resolver.candidates(host)) {
            var answer = ask(name);
            if (answer.isPresent()) {
                var found = answer.get();
                return new NameOrigin(
                        hosts.addresses(host), found.addresses(), name, found.timeToLive(), inVain, cache);
            }
            inVain.add(name);
            if (System.nanoTime() - begin > PATIENCE_IN_ALL.toNanos()) {
                break;
            }
        }
        return new NameOrigin(hosts.addresses(host), List.of(), null, null, inVain, cache);
    }

    /// Both families; the shorter time to live counts.
    private Optional<Answer> ask(String name) {
        var addresses = new ArrayList<InetAddress>();
        Duration shortest = null;
        for (var type : RecordType.values()) {
            var answer = servers.ask(name, type).orElse(null);
            if (answer != null) {
                addresses.addAll(answer.addresses());
                shortest = shortest == null || answer.timeToLive().compareTo(shortest) < 0
                        ? answer.timeToLive()
                        : shortest;
            }
        }
        return shortest == null ? Optional.empty() : Optional.of(new Answer(addresses, shortest));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
