package dev.tautline.probe.name;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The addresses that `/etc/hosts` gives a name; they come before any name server's.
record HostsTable(List<String> lines) {
    List<InetAddress> addresses(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                .filter(words -> Arrays.stream(words)
                        .skip(1)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(name)))
                .flatMap(words -> literal(words[0]).stream())
                .toList();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
