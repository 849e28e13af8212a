package dev.tautline.check.rules.kubernetes;

import dev.tautline.link.Link;
import dev.tautline.link.NetworkPolicy;
import dev.tautline.link.NetworkPolicy.Allowed;
import dev.tautline.link.NetworkPolicy.Peer;
import dev.tautline.link.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the policies for one workload let through. Together they allow what any of them allows; without one,
/// everything is allowed. Where a rule cannot be understood, it is taken to allow.
final class Policies {
    /// Kubernetes documentation, "Well-Known Labels": set on every namespace since 1.21.
    private static final String NAME_OF_NAMESPACE = "kubernetes.io/metadata.name";

    private Policies() {}

    static List<NetworkPolicy> egress(Link link, Workload workload) {
        return link.platform().policies().stream()
                .filter(policy -> policy.egress().isPresent() && policy.selects(workload))
                .toList();
    }

    static List<NetworkPolicy> ingress(Link link, Workload workload) {
        return link.platform().policies().stream()
                .filter(policy -> policy.ingress().isPresent() && policy.selects(workload))
                .toList();
    }

    /// Whether a port of, or to, any of these workloads is open; of unknown ones, the port decides.
    static boolean allow(
            List<NetworkPolicy> policies,
            Function<NetworkPolicy, Optional<List<Allowed>>> direction,
            int port,
            List<Workload> others) {
        return policies.isEmpty()
                || policies.stream()
                        .anyMatch(policy -> direction.apply(policy).orElse(List.of()).stream()
                                .anyMatch(rule -> rule.allowsPort(port) && allows(policy, rule, others)));
    }

    private static boolean allows(NetworkPolicy policy, Allowed rule, List<Workload> others) {
        return rule.peers().isEmpty()
                || others.isEmpty()
                || rule.peers().stream()
                        .anyMatch(peer -> others.stream().anyMatch(other -> allows(policy, peer, other)));
    }

    private static boolean allows(NetworkPolicy policy, Peer peer, Workload other) {
        if (!peer.isPlain() || peer.network().isPresent()) {
            return true;
        }
        var isThere = peer.namespaces()
                .map(labels -> mayBear(other.namespace(), labels))
                .orElse(other.namespace().equals(policy.namespace()));
        return isThere
                && other.labels()
                        .entrySet()
                        .containsAll(peer.pods().orElse(Map.of()).entrySet());
    }

    /// Whether a namespace may have these labels: the API server gives each one its name as a label, and which
    /// others it has is not read. Manifests that name no namespace may be installed in any.
    private static boolean mayBear(String namespace, Map<String, String> labels) {
        var name = labels.get(NAME_OF_NAMESPACE);
        return name == null || namespace.isEmpty() || name.equals(namespace);
    }
}
