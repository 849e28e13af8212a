package dev.tautline.probe;

import dev.tautline.probe.evidence.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The rung RESOLVE: all addresses of the host, in the resolver's order.
record Addresses(String host, List<InetAddress> all) implements Rung {
    Addresses {
        all = List.copyOf(all);
    }

    /// Asks on a thread of its own: the system's resolver cannot be interrupted and may take 5 s per dead name server.
    /// A platform thread, because a virtual one would hold its carrier for as long.
    static Addresses of(String host, Resolver resolver, Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        var lookup = new FutureTask<>(() -> resolver.resolve(host));
        Thread.ofPlatform().daemon().name("resolve-" + host).start(lookup);
        try {
            return new Addresses(
                    host, Arrays.asList(lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException unknown ? unknown : new IOException(e.getCause());
        }
    }

    @Override
    public Resolution evidence() {
        return new Resolution(host, all);
    }
}
