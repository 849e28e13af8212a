package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;

/// A Service that opens a database's port to everybody.
public final class DatabasePublishedToWorld implements LinkRule {
    /// Nodes mostly have addresses of a private network.
    private static final String NODE_PORT = "NodePort";

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Link link) {
        var names = new Names(link);
        return Verdict.of(names.services()
                .filter(name -> isOpen(name) && leadsToDatabase(names, name))
                .map(name -> at(stage(names, name), finding(name)))
                .toList());
    }

    private static boolean isOpen(PublishedName name) {
        var type = name.get(KubernetesKeys.SERVICE_TYPE).knownValue().orElse("");
        return type.equals(NODE_PORT)
                || (type.equals("LoadBalancer")
                        && name.get(KubernetesKeys.LOAD_BALANCER_SOURCE_RANGES) instanceof Setting.Unset
                        && name.get(KubernetesKeys.LOAD_BALANCER_SCHEME) instanceof Setting.Unset);
    }

    private static boolean leadsToDatabase(Names names, PublishedName name) {
        return names.behind(name).stream()
                .anyMatch(workload -> Pods.database(workload).isPresent());
    }

    private static Stage stage(Names names, PublishedName name) {
        return names.behind(name).stream().map(Workload::stage).findFirst().orElse(Stage.UNKNOWN);
    }

    private Finding finding(PublishedName name) {
        var type = name.get(KubernetesKeys.SERVICE_TYPE).known().orElseThrow();
        var isNodePort = type.value().equals(NODE_PORT);
        var found = finding(
                "service " + name.name(),
                "the Service " + name.name() + " opens the database to whoever reaches "
                        + (isNodePort ? "any node" : "the balancer"),
                "Strangers try passwords day and night, and their attempts alone can use up all connections.",
                new Edit.Decide(
                        type.origin(),
                        isNodePort
                                ? "use ClusterIP, and kubectl port-forward for people"
                                : "use ClusterIP, or list who may call in loadBalancerSourceRanges, or make the balancer internal"),
                Evidence.of(type));
        return isNodePort ? found.withSeverity(Severity.MEDIUM) : found;
    }
}
