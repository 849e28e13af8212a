package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The networks that a service is on, and the names that it has there (Compose file reference, "networks").
/// `host`, `none` and `service:NAME` stand for the modes of that name, `external:NAME` for a network that
/// something else makes.
final class ServiceNetworks {
    private final Project project;
    private final Project.Service service;

    ServiceNetworks(Project project, Project.Service service) {
        this.project = project;
        this.service = service;
    }

    List<String> names() {
        var mode = service.values().text(service.tree(), "network_mode");
        if (mode.isPresent()) {
            return List.of(mode.get().text());
        }
        var declared = networks().keySet();
        return (declared.isEmpty() ? Set.of("default") : declared)
                .stream().map(this::name).sorted().toList();
    }

    private String name(String key) {
        if (!project.isExternal("networks", key)) {
            return key;
        }
        var real = project.root().text("networks", key, "name").map(written -> written.text());
        return "external:" + real.orElse(key);
    }

    private Map<String, YamlTree> networks() {
        return service.tree()
                .at("networks")
                .map(tree -> Merge.uniform("networks", tree).entries())
                .orElse(Map.of());
    }

    /// Every name that leads to the service on one of its networks, and the addresses that it is given there.
    Set<String> aliases() {
        var all = new LinkedHashSet<String>();
        all.add(service.name());
        service.values().text(service.tree(), "container_name").ifPresent(name -> all.add(name.text()));
        networks()
                .values()
                .forEach(network -> service.values().texts(network, "aliases").forEach(alias -> all.add(alias.text())));
        networks().values().stream()
                .flatMap(network -> Stream.of("ipv4_address", "ipv6_address")
                        .flatMap(key -> service.values().text(network, key).stream()))
                .filter(Written::isResolved)
                .forEach(address -> all.add(address.text()));
        return lowerCase(all);
    }

    /// `links: [db:database]`: another name of `db`, for this service.
    List<Link> links() {
        var links = new ArrayList<Link>();
        for (var link : service.values().texts(service.tree(), "links")) {
            var parts = link.text().split(":", 2);
            links.add(new Link(parts[0], parts[parts.length - 1]));
        }
        return links;
    }

    record Link(String service, String alias) {}

    /// Names that the service's own `hosts` file holds, and the addresses that it gives them.
    Set<String> extraHosts() {
        return service.tree()
                .at("extra_hosts")
                .map(tree -> Merge.uniform("extra_hosts", tree).entries())
                .map(hosts -> {
                    var all = new LinkedHashSet<>(hosts.keySet());
                    hosts.values().stream()
                            .flatMap(address -> service.values().text(address).stream())
                            .forEach(address -> all.add(address.text()));
                    return lowerCase(all);
                })
                .orElse(Set.of());
    }

    private static Set<String> lowerCase(Set<String> names) {
        var lower = new LinkedHashSet<String>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
