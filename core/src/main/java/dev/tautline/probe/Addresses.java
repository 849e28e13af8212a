package dev.tautline.probe;

import dev.tautline.probe.evidence.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The rung RESOLVE: all addresses of the host, in the resolver's order.
record Addresses(String host, List<InetAddress> all) implements Rung {
    private static final Map<Question, Future<InetAddress[]>> UNDER_WAY = new ConcurrentHashMap<>();

    private record Question(Resolver resolver, String host) {}

    Addresses {
        all = List.copyOf(all);
    }

    /// Waits for a look-up that is under way already, whoever began it: the JDK asks for a name once at a time, so each
    /// further question would wait for all before it, and a slow name server would never be heard.
    static Addresses of(String host, Resolver resolver, Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        var lookup = UNDER_WAY.compute(
                new Question(resolver, host),
                (question, running) -> running == null || running.isDone() ? ask(question) : running);
        try {
            return new Addresses(
                    host, Arrays.asList(lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException unknown ? unknown : new IOException(e.getCause());
        }
    }

    /// On a thread of its own: the system's resolver cannot be interrupted and may take 5 s per dead name server. A
    /// platform thread, because a virtual one would hold its carrier for as long.
    private static Future<InetAddress[]> ask(Question question) {
        var lookup = new FutureTask<>(() -> question.resolver().resolve(question.host())) {
            @Override
            protected void done() {
                UNDER_WAY.remove(question, this);
            }
        };
        Thread.ofPlatform().daemon().name("resolve-" + question.host()).start(lookup);
        return lookup;
    }

    @Override
    public Resolution evidence() {
        return new Resolution(host, all);
    }
}
