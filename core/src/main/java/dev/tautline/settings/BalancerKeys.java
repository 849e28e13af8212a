package dev.tautline.settings;

import java.time.Duration;

/// What a person tells in `taut.yaml` of a load balancer that a cloud runs: no file of the repository says it.
public final class BalancerKeys {
    private static final String SOURCE =
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html";

    /// How long it keeps a connection on which nothing moves. Every provider has another default, so it has none here.
    public static final SettingKey<Duration> IDLE_TIMEOUT =
            SettingKey.of(Product.LOAD_BALANCER, "idle-timeout", Durations.DROPWIZARD, SOURCE);

    /// All of them.
    public static final Vocabulary VOCABULARY = Vocabulary.declaredIn(BalancerKeys.class);

    private BalancerKeys() {}
}
