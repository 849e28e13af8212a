package dev.tautline.check.rules.capacity;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A database may use more memory than its container has.
public final class MemoryExceedsContainer implements ServerRule {
    /// Bytes that may be in use, and the settings that say so.
    private record Use(double bytes, List<Setting.Known<?>> read) {
        boolean isAbove(ContainerMemory memory) {
            return bytes > memory.limit().bytes();
        }
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return ContainerMemory.of(server)
                .map(memory -> Verdict.of(Stream.of(
                                cache(server)
                                        .filter(use -> use.isAbove(memory))
                                        .map(use -> cacheFinding(server, memory, use)),
                                all(server)
                                        .filter(use -> use.isAbove(memory))
                                        .map(use -> allFinding(server, memory, use)))
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList()))
                .orElseGet(() -> Verdict.notApplicable("no container with a limit for its memory"));
    }

    private static Optional<Use> cache(Server server) {
        var key = server.product() == Product.POSTGRESQL
                ? PostgresKeys.SHARED_BUFFERS
                : MySqlKeys.INNODB_BUFFER_POOL_SIZE;
        return server.get(key).chosen().map(cache -> new Use(cache.value().bytes(), List.of(cache)));
    }

    /// What sessions may use for one sort each, over the cache. Only where somebody wrote all three.
    private static Optional<Use> all(Server server) {
        var buffers = server.get(PostgresKeys.SHARED_BUFFERS).chosen();
        var each = server.get(PostgresKeys.WORK_MEM).chosen();
        var sessions = server.get(PostgresKeys.MAX_CONNECTIONS).chosen();
        return server.product() == Product.POSTGRESQL && buffers.isPresent() && each.isPresent() && sessions.isPresent()
                ? Optional.of(new Use(
                        buffers.get().value().bytes()
                                + (double) each.get().value().bytes()
                                        * sessions.get().value(),
                        List.of(each.get(), sessions.get(), buffers.get())))
                : Optional.empty();
    }

    private Finding cacheFinding(Server server, ContainerMemory memory, Use use) {
        return finding(
                server,
                "the cache alone is larger than the memory of the container, " + memory.limit(),
                "The server does not start, or the kernel kills it as soon as its cache has filled: all connections break at once,"
                        + " recovery takes minutes, and then it happens again.",
                new Edit.Decide(
                        use.read().getFirst().origin(),
                        "set it to a quarter of the container's memory, or raise the limit"),
                evidence(memory, use));
    }

    private Finding allFinding(Server server, ContainerMemory memory, Use use) {
        return finding(
                        server,
                        "sessions and cache may use " + DataSize.ofMib((long) use.bytes() >> 20)
                                + "; the container has " + memory.limit(),
                        "On a busy day the kernel kills a session for want of memory. PostgreSQL then ends all others, too, and"
                                + " recovers: every service loses all its connections at once.",
                        new Edit.Decide(
                                use.read().getFirst().origin(),
                                "lower work_mem or max_connections until max_connections × work_mem + shared_buffers fits"),
                        evidence(memory, use))
                .withSeverity(Severity.MEDIUM);
    }

    private static Evidence[] evidence(ContainerMemory memory, Use use) {
        return Stream.concat(use.read().stream().map(Evidence::of), Stream.of(Evidence.of(memory.read())))
                .toArray(Evidence[]::new);
    }
}
