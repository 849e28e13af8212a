package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Workload;
import java.util.Map;

/// The kinds of objects that say something about the way to a database.
final class Kinds {
    static final String PATTERN =
            "List|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Service|ConfigMap|Secret|Namespace"
                    + "|HorizontalPodAutoscaler|ScaledObject|NetworkPolicy|SealedSecret|ExternalSecret|ClusterExternalSecret"
                    + "|SecretProviderClass|VaultStaticSecret|VaultDynamicSecret|OnePasswordItem"
                    + "|PodDisruptionBudget|PersistentVolumeClaim|Cluster|Pooler|postgresql|PostgresCluster";

    private static final Map<String, Workload.Kind> WORKLOADS = Map.of(
            "Deployment", Workload.Kind.DEPLOYMENT,
            "StatefulSet", Workload.Kind.STATEFUL_SET,
            "DaemonSet", Workload.Kind.DAEMON_SET,
            "Job", Workload.Kind.JOB,
            "CronJob", Workload.Kind.CRON_JOB,
            "Pod", Workload.Kind.POD);

    private Kinds() {}

    static Map<String, Workload.Kind> workloads() {
        return WORKLOADS;
    }
}
