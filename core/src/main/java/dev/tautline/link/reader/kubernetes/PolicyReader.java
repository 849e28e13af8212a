package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.NetworkPolicy;
import dev.tautline.link.NetworkPolicy.Allowed;
import dev.tautline.link.NetworkPolicy.Peer;
import dev.tautline.link.NetworkPolicy.PortRange;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a NetworkPolicy of Kubernetes itself. One that selects pods by expressions is left out: which pods
/// it is about is then not known.
final class PolicyReader {
    private PolicyReader() {}

    static Optional<NetworkPolicy> read(ManifestSet set, Manifest manifest) {
        var spec = manifest.tree().at("spec");
        if (spec.isEmpty()
                || spec.get().at("podSelector", "matchExpressions").isPresent()
                || !manifest.isOf("networking.k8s.io")) {
            return Optional.empty();
        }
        return Optional.of(new NetworkPolicy(
                manifest.name(),
                manifest.namespace(),
                set.unit(),
                spec.get().texts("podSelector", "matchLabels"),
                direction(spec.get(), "Egress", "egress", "to"),
                direction(spec.get(), "Ingress", "ingress", "from"),
                manifest.origin()));
    }

    /// Without `policyTypes`, ingress is always meant, and egress where it has rules.
    private static Optional<List<Allowed>> direction(YamlTree spec, String type, String key, String peers) {
        var types = spec.items("policyTypes").stream()
                .flatMap(one -> one.text().stream())
                .map(Written::text)
                .toList();
        var isMeant = types.isEmpty()
                ? type.equals("Ingress") || spec.at(key).isPresent()
                : types.stream().anyMatch(type::equalsIgnoreCase);
        return isMeant
                ? Optional.of(spec.items(key).stream()
                        .map(rule -> allowed(rule, peers))
                        .toList())
                : Optional.empty();
    }

    private static Allowed allowed(YamlTree rule, String peers) {
        return new Allowed(
                rule.items(peers).stream().map(PolicyReader::peer).toList(),
                rule.items("ports").stream().map(PolicyReader::ports).toList(),
                rule.origin());
    }

    private static Peer peer(YamlTree peer) {
        var isPlain = peer.at("podSelector", "matchExpressions").isEmpty()
                && peer.at("namespaceSelector", "matchExpressions").isEmpty();
        return new Peer(
                labels(peer, "podSelector"),
                labels(peer, "namespaceSelector"),
                peer.text("ipBlock", "cidr").map(Written::text),
                isPlain);
    }

    private static Optional<Map<String, String>> labels(YamlTree peer, String selector) {
        return peer.at(selector).map(found -> found.texts("matchLabels"));
    }

    private static PortRange ports(YamlTree port) {
        return new PortRange(
                port.text("protocol").map(Written::text).orElse("TCP"),
                Values.field(port, "port").flatMap(Values::whole),
                Values.field(port, "endPort").flatMap(Values::whole));
    }
}
