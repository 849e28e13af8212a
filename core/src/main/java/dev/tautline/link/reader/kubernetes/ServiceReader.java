package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.PublishedName;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a Service: the names that DNS gives it, the pods that it selects, and its ports.
final class ServiceReader {
    private final ManifestSet set;

    ServiceReader(ManifestSet set) {
        this.set = set;
    }

    PublishedName read(Manifest service) {
        var spec = service.tree().at("spec").orElse(service.tree());
        return new PublishedName(
                service.name(),
                service.namespace(),
                set.unit(),
                aliases(service.name(), service.namespace()),
                spec.texts("selector"),
                spec.items("ports").stream()
                        .flatMap(port -> port(port).stream())
                        .toList(),
                spec.text("clusterIP").map(Written::text).filter("None"::equals).isPresent(),
                settings(service, spec),
                service.origin());
    }

    /// Kubernetes documentation, "DNS for Services and Pods". Where no file says the namespace, it is taken
    /// for `default`, too.
    static Set<String> aliases(String name, String namespace) {
        var aliases = new TreeSet<String>();
        aliases.add(name);
        var qualified = name + "." + (namespace.isEmpty() ? "default" : namespace);
        for (var end : new String[] {"", ".svc", ".svc.cluster.local", ".svc.cluster.local."}) {
            aliases.add(qualified + end);
        }
        return aliases;
    }

    private static Optional<PublishedName.NamedPort> port(YamlTree port) {
        return Values.field(port, "port")
                .map(written -> new PublishedName.NamedPort(
                        port.text("name").map(Written::text), written, Values.field(port, "targetPort")));
    }

    private static Settings settings(Manifest service, YamlTree spec) {
        var settings = Values.settings(spec, "");
        var ranges = spec.items("loadBalancerSourceRanges").stream()
                .flatMap(range -> range.text().stream())
                .map(Values::field)
                .toList();
        if (!ranges.isEmpty()) {
            settings.put(KubernetesKeys.LOAD_BALANCER_SOURCE_RANGES, joined(ranges));
        }
        service.tree().entries("metadata", "annotations").values().stream()
                .flatMap(annotation -> annotation.text().stream())
                .filter(written -> isInternal(written.key(), written.text()))
                .findFirst()
                .ifPresent(written -> settings.put(KubernetesKeys.LOAD_BALANCER_SCHEME, written));
        return settings.build();
    }

    /// AWS: `…/aws-load-balancer-scheme: internal`; Google: `networking.gke.io/load-balancer-type: Internal`;
    /// Azure: `…/azure-load-balancer-internal: "true"`.
    private static boolean isInternal(String key, String value) {
        return key.contains("load-balancer")
                && (value.equalsIgnoreCase("internal") || (key.endsWith("internal") && value.equals("true")));
    }

    private static Written joined(List<Written> items) {
        return new Written(
                "loadBalancerSourceRanges",
                String.join(",", items.stream().map(Written::text).toList()),
                items.getFirst().origin(),
                items.stream().flatMap(item -> item.unresolved().stream()).toList());
    }
}
