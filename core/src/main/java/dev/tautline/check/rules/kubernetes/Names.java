package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Services of a link, as a pod would look them up.
///
/// Services are found by alias and by unit through an index: a large repository has thousands of both.
final class Names {
    private final Link link;
    private final List<PublishedName> services;
    private final Map<String, List<PublishedName>> servicesByAlias;
    private final Map<String, List<PublishedName>> servicesByUnit;
    private final Set<String> known;

    Names(Link link) {
        this.link = link;
        services = link.platform().names().stream().filter(Names::isService).toList();
        servicesByAlias = new HashMap<>();
        services.forEach(name -> name.aliases().forEach(alias -> add(servicesByAlias, alias, name)));
        servicesByUnit = new HashMap<>();
        services.forEach(name -> add(servicesByUnit, name.unit(), name));
        known = Stream.of(
                        link.platform().names().stream().flatMap(one -> one.aliases().stream()),
                        link.servers().stream().flatMap(one -> one.names().stream()),
                        link.hops().stream().flatMap(one -> one.names().stream()))
                .flatMap(all -> all)
                .map(alias -> alias.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static void add(Map<String, List<PublishedName>> index, String key, PublishedName name) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(name);
    }

    /// The names of Compose have no form below `svc`.
    private static boolean isService(PublishedName name) {
        return name.aliases().stream().anyMatch(alias -> alias.endsWith(".svc"));
    }

    Stream<PublishedName> services() {
        return services.stream();
    }

    Stream<PublishedName> servicesOf(String unit) {
        return servicesByUnit.getOrDefault(unit, List.of()).stream();
    }

    /// The Service that a host means to a workload: one of its own set and namespace before all others.
    Optional<PublishedName> find(Workload from, HostPort address) {
        return servicesByAlias.getOrDefault(plain(address.host()), List.of()).stream()
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
        return known.contains(plain(host));
    }

    static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
