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
import dev.tautline.link.HealthProbe;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A readiness probe that waits for a connection of the pool gives up before the pool does.
public final class ProbeTimeoutBelowPoolWait implements ClientRule {
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
        return ClientRule.onHikari(
                client,
                () -> asksDatabase(client)
                        .map(probe -> Rule.given(
                                client.get(HikariKeys.CONNECTION_TIMEOUT), wait -> judge(client, probe, wait)))
                        .orElseGet(() -> Verdict.notApplicable("no readiness probe asks the database")));
    }

    private Verdict judge(Client client, HealthProbe probe, Setting.Known<Duration> wait) {
        return Rule.given(
                probe.get(KubernetesKeys.READINESS_TIMEOUT),
                timeout -> timeout.value().compareTo(wait.value()) < 0
                        ? Verdict.violation(finding(client, probe, timeout, wait))
                        : Verdict.PASS);
    }

    private Finding finding(
            Client client, HealthProbe probe, Setting.Known<Duration> timeout, Setting.Known<Duration> wait) {
        return finding(
                client,
                "the readiness probe waits " + Words.of(timeout.value()) + ", the pool " + Words.of(wait.value()),
                "When all connections are in use, the probe fails while requests would still be served a little later:"
                        + " every pod leaves the Service at the same time, and customers get no answer at all.",
                new Edit.Decide(
                        probe.what().origin(),
                        "let the probe leave the database out, or set connection-timeout below the probe's timeoutSeconds"),
                new Evidence(
                        "readinessProbe.httpGet.path",
                        probe.what().shown(),
                        probe.what().origin()),
                Evidence.of(timeout),
                Evidence.of(wait));
    }

    private static Optional<HealthProbe> asksDatabase(Client client) {
        var whole = client.get(SpringKeys.HEALTH_DB_ENABLED).knownValue().orElse(false);
        var readiness = client.get(SpringKeys.HEALTH_READINESS_INCLUDE)
                .knownValue()
                .map(groups ->
                        Arrays.stream(groups.split(",", -1)).map(String::strip).anyMatch("db"::equals))
                .orElse(false);
        return Pods.of(client).stream()
                .flatMap(workload -> Pods.probes(workload, HealthProbe.Kind.READINESS))
                .filter(probe -> (whole && probe.what().text().matches(".*/actuator/health/?"))
                        || (readiness && probe.what().text().matches(".*/health/readiness/?|.*/readyz")))
                .findFirst();
    }
}
