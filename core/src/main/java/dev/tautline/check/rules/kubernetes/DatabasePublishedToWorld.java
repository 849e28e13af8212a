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
        return name.get(KubernetesKeys.SERVICE_TYPE)
                        .knownValue()
                        .filter("LoadBalancer"::equals)
                        .isPresent()
                && name.get(KubernetesKeys.LOAD_BALANCER_SOURCE_RANGES) instanceof Setting.Unset
                && name.get(KubernetesKeys.LOAD_BALANCER_SCHEME) instanceof Setting.Unset;
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
        return finding(
                "service " + name.name(),
                "the Service " + name.name() + " opens the database to whoever reaches the balancer",
                "Strangers try passwords day and night, and their attempts alone can use up all connections.",
                new Edit.Decide(
                        type.origin(),
                        "use ClusterIP, or list who may call in loadBalancerSourceRanges, or make the balancer internal"),
                Evidence.of(type));
    }
}
