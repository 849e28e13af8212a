package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class KubernetesRules {
    private KubernetesRules() {}

    public static List<Rule> all() {
        return List.of(
                new CpuLimitStarvesDatabase(),
                new DatabasePublishedToWorld(),
                new DatabaseReplicatedWithoutReplication(),
                new DatabaseUpdatedWhileRunning(),
                new DatabaseWithoutPersistentVolume(),
                new DnsLookupsMultiplied(),
                new EgressPolicyBlocksDatabase(),
                new EgressPolicyMissesDns(),
                new ExternalNameIsAddress(),
                new GracePeriodBelowShutdown(),
                new IngressPolicyBlocksClient(),
                new LivenessProbeDependsOnDatabase(),
                new LoopbackInPod(),
                new MigrationsInEveryReplica(),
                new MigrationsWithoutStartupProbe(),
                new ProbeTimeoutBelowPoolWait(),
                new ProductionClusterWithOneInstance(),
                new SecretMountedBySubPath(),
                new SecretWithStrayBlank(),
                new ServiceInOtherNamespace(),
                new ServiceNameMisspelt(),
                new ServicePortNotListenedOn(),
                new ServiceSelectsNothing(),
                new ServiceTargetPortUnknown(),
                new StoredInOtherNamespace(),
                new StoredKeyMissing(),
                new StoredValuesMisspelt(),
                new UrlPortNotInService(),
                new VariableGivenTwice(),
                new WriterCallsAllReplicas(),
                new WriterCallsReadOnlyService());
    }
}
