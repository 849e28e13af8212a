package dev.tautline.link;

import java.util.List;
import java.util.Map;

/// What runs clients, hops and servers, and what lets them find each other: what Compose and Kubernetes
/// files declare.
public record Platform(
        List<Workload> workloads,
        List<PublishedName> names,
        List<StoredValues> stored,
        List<NetworkPolicy> policies,
        List<WrittenPassword> passwords) {
    public static final Platform EMPTY = new Platform(List.of(), List.of(), List.of(), List.of(), List.of());

    public Platform {
        workloads = List.copyOf(workloads);
        names = List.copyOf(names);
        stored = List.copyOf(stored);
        policies = List.copyOf(policies);
        passwords = List.copyOf(passwords);
    }

    /// The workloads that a name leads to.
    public List<Workload> behind(PublishedName name) {
        return workloads.stream()
                .filter(workload -> workload.namespace().equals(name.namespace())
                        && workload.unit().equals(name.unit())
                        && selects(name.selector(), workload.labels()))
                .toList();
    }

    private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }
}
