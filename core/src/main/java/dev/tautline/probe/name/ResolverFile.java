package dev.tautline.probe.name;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// What `/etc/resolv.conf` says (resolv.conf(5)).
///
/// @param ndots a name with fewer dots goes through the search list first; 1 by default
public record ResolverFile(List<InetSocketAddress> nameServers, List<String> search, int ndots) {
    /// glibc reads no more than three (MAXNS).
    private static final int MOST_SERVERS = 3;

    private static final int DNS_PORT = 53;

    public ResolverFile {
        nameServers = List.copyOf(nameServers);
        search = List.copyOf(search);
    }

    /// Lines that are not understood are passed over, as the system's resolver does.
    public static ResolverFile parse(List<String> lines) {
        var servers = new ArrayList<InetSocketAddress>();
        var search = List.<String>of();
        int ndots = 1;
        for (var line : lines) {
            var words = List.of(line.strip().split("\\s+"));
            switch (words.getFirst()) {
                case "nameserver" -> addServer(words, servers);
                case "search", "domain" -> search = words.subList(1, words.size());
                case "options" -> ndots = ndots(words, ndots);
                default -> {}
            }
        }
        return new ResolverFile(servers, search, ndots);
    }

    private static void addServer(List<String> words, List<InetSocketAddress> servers) {
        if (words.size() > 1 && servers.size() < MOST_SERVERS) {
            try {
                servers.add(new InetSocketAddress(InetAddress.ofLiteral(words.get(1)), DNS_PORT));
            } catch (IllegalArgumentException notAnAddress) {
                // The system passes over it, too.
            }
        }
    }

    private static int ndots(List<String> words, int before) {
        return words.stream()
                .filter(word -> word.matches("ndots:\\d{1,2}"))
                .map(word -> Integer.parseInt(word.substring("ndots:".length())))
                .reduce(before, (_, later) -> later);
    }

    /// The full names that are asked for in turn until one has an answer.
    List<String> candidates(String host) {
        if (host.endsWith(".")) {
            return List.of(host.substring(0, host.length() - 1));
        }
        var searched = search.stream()
                .map(domain -> host + "." + (domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain))
                .toList();
        var all = new ArrayList<>(searched);
        boolean asItIsFirst = host.chars().filter(c -> c == '.').count() >= ndots;
        all.add(asItIsFirst ? 0 : all.size(), host);
        return all;
    }
}
