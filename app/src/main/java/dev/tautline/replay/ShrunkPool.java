package dev.tautline.replay;

import dev.tautline.lab.Injection;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreSettings;
import java.time.Duration;
import java.util.Set;

/// 2024-06-07: one of three instances is redeployed with a wrong connection setting.
final class ShrunkPool implements Outage {
    private static final String SETTING = "spring.datasource.hikari.maximum-pool-size";
    private static final int INSTANCE = 2;

    @Override
    public String id() {
        return "2024-06-07";
    }

    @Override
    public String title() {
        return "a wrong connection setting on one instance";
    }

    @Override
    public History history() {
        return new History("2024-06-07", Duration.ofMinutes(90), Duration.ofMinutes(135), 0.30);
    }

    @Override
    public Expected expected() {
        return new Expected(
                "pool-too-small",
                "shop-3",
                Set.of("traffic-spike", "slow-database", "lock-contention", "network-latency", "slow-frontend"));
    }

    @Override
    public int standbys() {
        return 1;
    }

    /// So far that one connection is too few already at the few dozen requests a second that two cores can carry.
    @Override
    public Duration roundTrip() {
        return Duration.ofMillis(40);
    }

    @Override
    public StoreSettings healthy(StoreSettings basis, Stage stage) {
        return basis.with(SETTING, "20");
    }

    @Override
    public Injection strike(RunningShop shop) {
        shop.redeploy(INSTANCE, shop.settings(INSTANCE).with(SETTING, "1"));
        return Injection.healedBy(
                () -> shop.redeploy(INSTANCE, shop.settings(INSTANCE).with(SETTING, "20")));
    }

    @Override
    public String injected() {
        return "shop-3 redeployed with maximum-pool-size 20 → 1";
    }
}
