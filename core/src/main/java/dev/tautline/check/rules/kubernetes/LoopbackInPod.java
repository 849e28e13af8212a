package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Container;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.KubernetesKeys;
import java.util.regex.Pattern;

/// A URL that calls the pod itself, in which no database and no proxy runs.
public final class LoopbackInPod implements ClientRule {
    /// What may give the application another URL than the one that is read here.
    private static final Pattern OTHER_SOURCES = Pattern.compile(
            "(?i)SPRING_(CLOUD|CONFIG)_.*|JAVA_TOOL_OPTIONS|JAVA_OPTS|JDK_JAVA_OPTIONS|SPRING_APPLICATION_JSON|");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = Pods.of(client);
        var loopback = client.url().stream()
                .flatMap(url -> url.hosts().stream())
                .filter(host -> host.isResolved() && host.isLoopback())
                .findFirst();
        if (workload.isEmpty() || loopback.isEmpty()) {
            return Verdict.notApplicable("no client on Kubernetes that calls its own machine");
        }
        var pod = workload.get();
        if (pod.containers().size() != 1
                || pod.get(KubernetesKeys.HOST_NETWORK).knownValue().orElse(true)) {
            return Verdict.PASS;
        }
        return mayBeOverridden(pod.containers().getFirst())
                ? Verdict.undecided("the URL of " + client.label() + " may be given by something that is not seen here")
                : Verdict.violation(finding(client, pod, loopback.get()));
    }

    private static boolean mayBeOverridden(Container container) {
        return !container.command().isEmpty()
                || container.mounts().stream()
                        .anyMatch(mount -> mount.reference().isPresent())
                || container.environment().stream()
                        .anyMatch(variable ->
                                OTHER_SOURCES.matcher(variable.name()).matches());
    }

    private Finding finding(Client client, Workload pod, HostPort loopback) {
        return finding(
                client,
                "the URL calls " + loopback + ", which is the pod itself",
                "No connection is made: in a pod, localhost is the pod, and nothing in it listens there"
                        + " (\"Connection to localhost refused\").",
                new Edit.Decide(loopback.origin(), "call the name of the database's Service"),
                new Evidence("url", loopback.toString(), loopback.origin()),
                new Evidence("pod", pod.label(), pod.origin()));
    }
}
