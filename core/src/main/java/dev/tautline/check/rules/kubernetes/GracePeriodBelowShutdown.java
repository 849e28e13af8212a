package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// A pod that is killed before its requests may end.
public final class GracePeriodBelowShutdown implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = Pods.of(client);
        var isGraceful = client.get(SpringKeys.SERVER_SHUTDOWN)
                .knownValue()
                .filter("graceful"::equals)
                .isPresent();
        if (workload.isEmpty() || !isGraceful) {
            return Verdict.notApplicable("no graceful shutdown on Kubernetes");
        }
        return Rule.given(
                workload.get().get(KubernetesKeys.TERMINATION_GRACE_PERIOD_SECONDS),
                grace -> Rule.given(
                        client.get(SpringKeys.SHUTDOWN_PHASE_TIMEOUT),
                        phase -> grace.value().compareTo(phase.value()) < 0 && (grace.isChosen() || phase.isChosen())
                                ? Verdict.violation(finding(client, grace, phase))
                                : Verdict.PASS));
    }

    private Finding finding(Client client, Setting.Known<Duration> grace, Setting.Known<Duration> phase) {
        var read = grace.isChosen()
                ? new Evidence[] {Evidence.of(grace), Evidence.of(phase)}
                : new Evidence[] {Evidence.of(phase), Evidence.of(grace)};
        return applicationFinding(
                client,
                "the pod is killed after " + Words.of(grace.value()) + ", while requests may take "
                        + Words.of(phase.value()) + " to end",
                "With every release, requests are cut in the middle of a transaction, and the server keeps sessions of pods"
                        + " that are gone until it notices.",
                new Edit.Decide(
                        read[0].origin(),
                        "make terminationGracePeriodSeconds longer than " + Words.of(phase.value())
                                + ", with some seconds for the pool to close"),
                read);
    }
}
