package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.link.HealthProbe;
import dev.tautline.settings.KubernetesKeys;
import java.time.Duration;
import java.util.Optional;

/// A pod that migrates its schema at start, and that the liveness probe kills before a long one could end.
public final class MigrationsWithoutStartupProbe implements ClientRule {
    /// A start of a Spring Boot service takes 10 to 30 s without any migration; a minute leaves it some.
    private static final Duration LEAST = Duration.ofMinutes(1);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = Pods.of(client);
        if (workload.isEmpty() || !Migrations.runAtStart(client)) {
            return Verdict.notApplicable("no pod that migrates a schema");
        }
        if (Pods.probes(workload.get(), HealthProbe.Kind.STARTUP).findAny().isPresent()) {
            return Verdict.PASS;
        }
        return Verdict.of(Pods.probes(workload.get(), HealthProbe.Kind.LIVENESS)
                .filter(probe -> patience(probe)
                        .filter(time -> time.compareTo(LEAST) < 0)
                        .isPresent())
                .map(probe -> applicationFinding(
                        client,
                        "the liveness probe kills the pod "
                                + Words.of(patience(probe).orElseThrow())
                                + " after its start, in the middle of a migration",
                        "A long migration never ends: the pod is killed and starts it again, and the lock of the killed"
                                + " one may stay (Liquibase: \"Waiting for changelog lock\"), so that no pod starts any more.",
                        new Edit.Decide(
                                probe.origin(),
                                "add a startupProbe whose periodSeconds × failureThreshold covers the longest migration"),
                        new Evidence("livenessProbe", probe.what().shown(), probe.origin())))
                .toList());
    }

    /// How long after its start a container that does not answer is killed.
    private static Optional<Duration> patience(HealthProbe probe) {
        return probe.get(KubernetesKeys.LIVENESS_INITIAL_DELAY)
                .knownValue()
                .flatMap(delay -> probe.get(KubernetesKeys.LIVENESS_PERIOD)
                        .knownValue()
                        .flatMap(period -> probe.get(KubernetesKeys.LIVENESS_FAILURE_THRESHOLD)
                                .knownValue()
                                .map(times -> delay.plus(period.multipliedBy(times)))));
    }
}
