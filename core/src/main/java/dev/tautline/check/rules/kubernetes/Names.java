package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The Services of a link, as a pod would look them up.
final class Names {
    private final Link link;

    Names(Link link) {
        this.link = link;
    }

    /// All Services; the names of Compose have no form below `svc`.
    Stream<PublishedName> services() {
        return link.platform().names().stream()
                .filter(name -> name.aliases().stream().anyMatch(alias -> alias.endsWith(".svc")));
    }

    /// The Service that a host means to a workload: one of its own set and namespace before all others.
    Optional<PublishedName> find(Workload from, HostPort address) {
        var host = plain(address.host());
        return services()
                .filter(name -> name.aliases().contains(host))
                .min(Comparator.comparing((PublishedName name) -> !name.unit().equals(from.unit()))
                        .thenComparing(name -> !name.namespace().equals(from.namespace())));
    }

    List<Workload> behind(PublishedName name) {
        return link.platform().behind(name);
    }

    /// The port of the pods that a port of a Service leads to, where it is written as a number.
    static Optional<Integer> podPort(PublishedName name, int port) {
        return name.ports().stream()
                .filter(one -> one.port().text().equals(String.valueOf(port)))
                .map(one -> one.target().orElse(one.port()))
                .filter(target -> target.text().matches("\\d{1,5}"))
                .map(target -> Integer.valueOf(target.text()))
                .findFirst();
    }

    /// Whether anything here is reached under a host: a Service, a server, a pooler, a service of Compose.
    boolean isKnown(String host) {
        var name = plain(host);
        return Stream.of(
                        link.platform().names().stream().flatMap(one -> one.aliases().stream()),
                        link.servers().stream().flatMap(one -> one.names().stream()),
                        link.hops().stream().flatMap(one -> one.names().stream()))
                .flatMap(all -> all)
                .anyMatch(alias -> alias.equalsIgnoreCase(name));
    }

    static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
