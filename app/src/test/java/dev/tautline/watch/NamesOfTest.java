package dev.tautline.watch;

import dev.tautline.lab.Injection;
import dev.tautline.probe.Resolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Names that a test gives and takes; all others are the system's.
final class NamesOfTest implements Resolver {
    private final Map<String, List<InetAddress>> published = new ConcurrentHashMap<>();

    NamesOfTest(Map<String, List<InetAddress>> names) {
        published.putAll(names);
    }

    /// Closing the answer publishes what was there before.
    Injection publish(String name, List<InetAddress> addresses) {
        var former = published.put(name, addresses);
        return Injection.healedBy(() -> published.put(name, former));
    }

    /// The record is gone until the answer is closed.
    Injection withdraw(String name) {
        return publish(name, List.of());
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = published.get(host);
        if (addresses == null) {
            return InetAddress.getAllByName(host);
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host + ": Name or service not known");
        }
        return addresses.toArray(InetAddress[]::new);
    }
}
