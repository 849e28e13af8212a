package dev.tautline.settings;

import java.time.Duration;

/// The fields of Kubernetes objects that decide how often a client runs, how it is stopped and started, and
/// how it finds its database. A name is the path below `spec`, or below the container for probes and
/// resources.
public final class KubernetesKeys {
    private static final String DEPLOYMENT =
            "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/";
    private static final String STATEFUL_SET =
            "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/";
    private static final String POD = "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/";
    private static final String AUTOSCALER =
            "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/";
    private static final String SERVICE =
            "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/";
    private static final String JOB = "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/";
    private static final String CRON_JOB =
            "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/";
    private static final String DNS = "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/";

    public static final SettingKey<Integer> REPLICAS =
            key("replicas", ValueType.COUNT, DEPLOYMENT).defaultsTo(1);
    public static final SettingKey<String> STRATEGY_TYPE = key(
                    "strategy.type", ValueType.oneOf("RollingUpdate", "Recreate"), DEPLOYMENT)
            .defaultsTo("RollingUpdate");
    /// Rounded up.
    public static final SettingKey<CountOrPercent> MAX_SURGE = key(
                    "strategy.rollingUpdate.maxSurge", CountOrPercent.TYPE, DEPLOYMENT)
            .defaultsTo(CountOrPercent.percent(25));
    /// Rounded down.
    public static final SettingKey<CountOrPercent> MAX_UNAVAILABLE = key(
                    "strategy.rollingUpdate.maxUnavailable", CountOrPercent.TYPE, DEPLOYMENT)
            .defaultsTo(CountOrPercent.percent(25));
    public static final SettingKey<Duration> MIN_READY_SECONDS =
            key("minReadySeconds", ValueType.SECONDS, DEPLOYMENT).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> PROGRESS_DEADLINE_SECONDS =
            key("progressDeadlineSeconds", ValueType.SECONDS, DEPLOYMENT).defaultsTo(Duration.ofMinutes(10));
    public static final SettingKey<String> UPDATE_STRATEGY_TYPE = key(
                    "updateStrategy.type", ValueType.oneOf("RollingUpdate", "OnDelete"), STATEFUL_SET)
            .defaultsTo("RollingUpdate");
    public static final SettingKey<String> POD_MANAGEMENT_POLICY = key(
                    "podManagementPolicy", ValueType.oneOf("OrderedReady", "Parallel"), STATEFUL_SET)
            .defaultsTo("OrderedReady");
    public static final SettingKey<Duration> TERMINATION_GRACE_PERIOD_SECONDS =
            key("terminationGracePeriodSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(30));
    public static final SettingKey<Boolean> HOST_NETWORK =
            key("hostNetwork", ValueType.FLAG, POD).defaultsTo(false);
    public static final SettingKey<String> RESTART_POLICY = key(
                    "restartPolicy", ValueType.oneOf("Always", "OnFailure", "Never"), POD)
            .defaultsTo("Always");
    public static final SettingKey<String> DNS_POLICY = key(
                    "dnsPolicy", ValueType.oneOf("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"), POD)
            .defaultsTo("ClusterFirst");
    /// Of a pod whose policy is `ClusterFirst`.
    public static final SettingKey<Integer> NDOTS =
            key("dnsConfig.options.ndots", ValueType.COUNT, DNS).defaultsTo(5);
    public static final SettingKey<String> RESOURCES_LIMITS_CPU = key("resources.limits.cpu", ValueType.TEXT, POD);
    public static final SettingKey<String> RESOURCES_LIMITS_MEMORY =
            key("resources.limits.memory", ValueType.TEXT, POD);
    public static final SettingKey<String> RESOURCES_REQUESTS_CPU = key("resources.requests.cpu", ValueType.TEXT, POD);
    public static final SettingKey<String> RESOURCES_REQUESTS_MEMORY =
            key("resources.requests.memory", ValueType.TEXT, POD);
    public static final SettingKey<Duration> LIVENESS_INITIAL_DELAY =
            key("livenessProbe.initialDelaySeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> LIVENESS_PERIOD =
            key("livenessProbe.periodSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> LIVENESS_TIMEOUT =
            key("livenessProbe.timeoutSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Integer> LIVENESS_FAILURE_THRESHOLD =
            key("livenessProbe.failureThreshold", ValueType.COUNT, POD).defaultsTo(3);
    public static final SettingKey<Integer> LIVENESS_SUCCESS_THRESHOLD =
            key("livenessProbe.successThreshold", ValueType.COUNT, POD).defaultsTo(1);
    public static final SettingKey<String> LIVENESS_HTTP_GET_PATH =
            key("livenessProbe.httpGet.path", ValueType.TEXT, POD);
    public static final SettingKey<String> LIVENESS_HTTP_GET_PORT =
            key("livenessProbe.httpGet.port", ValueType.TEXT, POD);
    public static final SettingKey<String> LIVENESS_TCP_SOCKET_PORT =
            key("livenessProbe.tcpSocket.port", ValueType.TEXT, POD);
    public static final SettingKey<String> LIVENESS_EXEC_COMMAND =
            key("livenessProbe.exec.command", ValueType.TEXT, POD);
    public static final SettingKey<Duration> READINESS_INITIAL_DELAY =
            key("readinessProbe.initialDelaySeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> READINESS_PERIOD =
            key("readinessProbe.periodSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> READINESS_TIMEOUT =
            key("readinessProbe.timeoutSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Integer> READINESS_FAILURE_THRESHOLD =
            key("readinessProbe.failureThreshold", ValueType.COUNT, POD).defaultsTo(3);
    public static final SettingKey<Integer> READINESS_SUCCESS_THRESHOLD =
            key("readinessProbe.successThreshold", ValueType.COUNT, POD).defaultsTo(1);
    public static final SettingKey<String> READINESS_HTTP_GET_PATH =
            key("readinessProbe.httpGet.path", ValueType.TEXT, POD);
    public static final SettingKey<String> READINESS_HTTP_GET_PORT =
            key("readinessProbe.httpGet.port", ValueType.TEXT, POD);
    public static final SettingKey<String> READINESS_TCP_SOCKET_PORT =
            key("readinessProbe.tcpSocket.port", ValueType.TEXT, POD);
    public static final SettingKey<String> READINESS_EXEC_COMMAND =
            key("readinessProbe.exec.command", ValueType.TEXT, POD);
    public static final SettingKey<Duration> STARTUP_INITIAL_DELAY =
            key("startupProbe.initialDelaySeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ZERO);
    public static final SettingKey<Duration> STARTUP_PERIOD =
            key("startupProbe.periodSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(10));
    public static final SettingKey<Duration> STARTUP_TIMEOUT =
            key("startupProbe.timeoutSeconds", ValueType.SECONDS, POD).defaultsTo(Duration.ofSeconds(1));
    public static final SettingKey<Integer> STARTUP_FAILURE_THRESHOLD =
            key("startupProbe.failureThreshold", ValueType.COUNT, POD).defaultsTo(3);
    public static final SettingKey<Integer> STARTUP_SUCCESS_THRESHOLD =
            key("startupProbe.successThreshold", ValueType.COUNT, POD).defaultsTo(1);
    public static final SettingKey<String> STARTUP_HTTP_GET_PATH =
            key("startupProbe.httpGet.path", ValueType.TEXT, POD);
    public static final SettingKey<String> STARTUP_HTTP_GET_PORT =
            key("startupProbe.httpGet.port", ValueType.TEXT, POD);
    public static final SettingKey<String> STARTUP_TCP_SOCKET_PORT =
            key("startupProbe.tcpSocket.port", ValueType.TEXT, POD);
    public static final SettingKey<String> STARTUP_EXEC_COMMAND = key("startupProbe.exec.command", ValueType.TEXT, POD);
    public static final SettingKey<Integer> MIN_REPLICAS =
            key("minReplicas", ValueType.COUNT, AUTOSCALER).defaultsTo(1);
    public static final SettingKey<Integer> MAX_REPLICAS = key("maxReplicas", ValueType.COUNT, AUTOSCALER);
    public static final SettingKey<String> SERVICE_TYPE = key(
                    "type", ValueType.oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"), SERVICE)
            .defaultsTo("ClusterIP");
    /// `None`: the name stands for every pod's own address.
    public static final SettingKey<String> CLUSTER_IP = key("clusterIP", ValueType.TEXT, SERVICE);
    public static final SettingKey<String> EXTERNAL_NAME = key("externalName", ValueType.TEXT, SERVICE);
    /// From where a balancer's address may be called; a list, here in one line. Everybody where it is not set.
    public static final SettingKey<String> LOAD_BALANCER_SOURCE_RANGES =
            key("loadBalancerSourceRanges", ValueType.TEXT, SERVICE);
    /// What the annotations of a cloud say about who reaches the balancer, such as `internal`.
    public static final SettingKey<String> LOAD_BALANCER_SCHEME =
            key("annotations.load-balancer-scheme", ValueType.TEXT, SERVICE);
    public static final SettingKey<String> SESSION_AFFINITY =
            key("sessionAffinity", ValueType.oneOf("None", "ClientIP"), SERVICE).defaultsTo("None");
    public static final SettingKey<Integer> PARALLELISM =
            key("parallelism", ValueType.COUNT, JOB).defaultsTo(1);
    public static final SettingKey<Integer> BACKOFF_LIMIT =
            key("backoffLimit", ValueType.COUNT, JOB).defaultsTo(6);
    public static final SettingKey<Duration> ACTIVE_DEADLINE_SECONDS =
            key("activeDeadlineSeconds", ValueType.SECONDS, JOB);
    public static final SettingKey<String> CONCURRENCY_POLICY = key(
                    "concurrencyPolicy", ValueType.oneOf("Allow", "Forbid", "Replace"), CRON_JOB)
            .defaultsTo("Allow");

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(KubernetesKeys.class);

    private KubernetesKeys() {}

    private static <T> SettingKey<T> key(String name, ValueType<T> type, String source) {
        return SettingKey.of(Product.KUBERNETES, name, type, source);
    }
}
