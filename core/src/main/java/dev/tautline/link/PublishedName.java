package dev.tautline.link;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A name under which workloads are reached: a Service of Kubernetes, a service name or alias of Compose.
/// `aliases` holds every form that resolves, such as `db`, `db.shop` and `db.shop.svc.cluster.local`.
public record PublishedName(
        String name,
        String namespace,
        String unit,
        Set<String> aliases,
        Map<String, String> selector,
        List<NamedPort> ports,
        boolean isHeadless,
        Settings settings,
        Origin origin) {
    /// A port of the name and the port of the workload that it leads to; the target may be a port's name.
    public record NamedPort(Optional<String> name, Written port, Optional<Written> target) {}

    public PublishedName {
        aliases = Set.copyOf(aliases);
        selector = Map.copyOf(selector);
        ports = List.copyOf(ports);
    }

    /// Whether one of its forms is an address that files give to it.
    public boolean hasFixedAddress() {
        return aliases.stream().anyMatch(alias -> new HostPort(alias, 0, origin).isAddress());
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }
}
