package dev.tautline.check.rules.routing;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Surroundings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.KubernetesKeys;

/// A client in a container looks for its database in that same container.
public final class HostLocalhostInContainer implements ClientRule {
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
        var workload = client.workload();
        if (workload.isEmpty() || client.url().isEmpty() || isOnHost(workload.get())) {
            return Verdict.notApplicable("no container of its own, or no URL");
        }
        var local =
                client.url().get().hosts().stream().filter(HostPort::isLoopback).findFirst();
        if (local.isEmpty()) {
            return Verdict.PASS;
        }
        return Surroundings.unseen(workload.get())
                .map(unseen -> Verdict.undecided("the URL leads to " + local.get() + ", but " + unseen))
                .orElseGet(() -> Verdict.violation(finding(client, workload.get(), local.get())));
    }

    /// The network is the host's or another container's, or a container beside it may listen there.
    private static boolean isOnHost(Workload workload) {
        return workload.kind() == Workload.Kind.SYSTEMD_SERVICE
                || workload.containers().size() > 1
                || workload.networks().stream().anyMatch(ComposeNetworks::isMode)
                || workload.get(KubernetesKeys.HOST_NETWORK).knownValue().orElse(false);
    }

    private Finding finding(Client client, Workload workload, HostPort local) {
        return finding(
                client,
                "the URL leads to " + local + ", which is the container itself",
                "\"Connection to " + local + " refused\": within " + workload.label()
                        + ", localhost is the container that" + " the application runs in, and no database runs there.",
                new Edit.Decide(local.origin(), "write the name of the database's service as host"),
                ClientRule.url(client),
                new Evidence("runs as", workload.label(), workload.origin()));
    }
}
