package dev.tautline.lab.name;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The JDK's own resolver, which can be made slow or made to fail from outside: the file beside the hosts file says
/// how. Only JVMs that were started with the option of [ResolverPath] have it. It uses nothing but the JDK, since the
/// boot loader loads it.
public final class ConductedResolver extends InetAddressResolverProvider {
    /// Not the JDK's own property: with that the JDK asks no provider (java.net.InetAddress, `resolver()`).
    static final String HOSTS_FILE = "tautline.lab.hosts";

    /// The file that says how lookups by this hosts file behave; absent, they behave well.
    static Path conductOf(Path hosts) {
        return hosts.resolveSibling(hosts.getFileName() + ".conduct");
    }

    @Override
    public String name() {
        return "Tautline's lab";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtin = configuration.builtinResolver();
        var hosts = System.getProperty(HOSTS_FILE);
        return hosts == null ? builtin : new Conducted(builtin, Path.of(hosts));
    }

    private record Conducted(InetAddressResolver builtin, Path hosts) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            behave(host);
            var addresses = new ArrayList<InetAddress>();
            for (var line : lines()) {
                var words = line.strip().split("\\s+", -1);
                if (words.length > 1 && words[1].equalsIgnoreCase(host)) {
                    // A literal: nothing is looked up.
                    addresses.add(InetAddress.getByName(words[0]));
                }
            }
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return addresses.stream();
        }

        private List<String> lines() throws UnknownHostException {
            try {
                return Files.readAllLines(hosts);
            } catch (IOException unreadable) {
                throw new UnknownHostException(hosts + " cannot be read");
            }
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }

        private void behave(String host) throws UnknownHostException {
            var words = conductNow().split(" ", 2);
            switch (words[0]) {
                case "delay" -> pause(host, Long.parseLong(words[1].strip()));
                case "fail" -> throw new UnknownHostException(host + ": Temporary failure in name resolution");
                default -> {}
            }
        }

        private String conductNow() {
            var conduct = conductOf(hosts);
            try {
                return Files.exists(conduct) ? Files.readString(conduct) : "";
            } catch (IOException justDeleted) {
                return "";
            }
        }

        private static void pause(String host, long millis) throws UnknownHostException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(host);
            }
        }
    }
}
