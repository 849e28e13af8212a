package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a set of pods may exchange with whom. `egress` and `ingress` are empty where the policy says nothing
/// about that direction, and hold no rule where it allows nothing. A policy whose selector is more than
/// labels is left out by the reader.
public record NetworkPolicy(
        String name,
        String namespace,
        String unit,
        Map<String, String> selector,
        Optional<List<Allowed>> egress,
        Optional<List<Allowed>> ingress,
        Origin origin) {
    public NetworkPolicy {
        selector = Map.copyOf(selector);
        egress = egress.map(List::copyOf);
        ingress = ingress.map(List::copyOf);
    }

    /// One rule: no peers means everybody, no ports means all.
    public record Allowed(List<Peer> peers, List<PortRange> ports, Origin origin) {
        public Allowed {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }

        public boolean allowsPort(int port) {
            return ports.isEmpty() || ports.stream().anyMatch(range -> range.holds(port));
        }
    }

    /// Who is allowed: pods by labels, whole namespaces, or networks. `isPlain` is false where it is written
    /// with expressions, which are not read.
    public record Peer(
            Optional<Map<String, String>> pods,
            Optional<Map<String, String>> namespaces,
            Optional<String> network,
            boolean isPlain) {}

    /// Ports from `first` to `last`; a port written as a name may be any.
    public record PortRange(String protocol, Optional<Integer> first, Optional<Integer> last) {
        public boolean holds(int port) {
            return first.isEmpty() || (first.get() <= port && port <= last.orElse(first.get()));
        }
    }

    /// Whether the policy is about a workload.
    public boolean selects(Workload workload) {
        return namespace.equals(workload.namespace())
                && unit.equals(workload.unit())
                && workload.labels().entrySet().containsAll(selector.entrySet());
    }
}
