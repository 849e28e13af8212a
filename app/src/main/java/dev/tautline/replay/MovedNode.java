package dev.tautline.replay;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreSettings;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/// 2023-04-02: a node's network settings are changed, and it is published at an address where nothing answers.
final class MovedNode implements Outage {
    private static final String NODE = "db-3";

    @Override
    public String id() {
        return "2023-04-02";
    }

    @Override
    public String title() {
        return "a node published at a wrong address";
    }

    @Override
    public History history() {
        return new History("2023-04-02", Duration.ofMinutes(90), Duration.ofMinutes(120), 0.30);
    }

    @Override
    public Expected expected() {
        return new Expected(
                "wrong-published-address",
                NODE,
                Set.of("slow-frontend", "traffic-spike", "slow-database", "server-down"));
    }

    @Override
    public int standbys() {
        return 2;
    }

    @Override
    public Duration roundTrip() {
        return Duration.ofMillis(2);
    }

    /// Reads are spread: each instance reads from the node of its own zone and writes to the primary.
    @Override
    public StoreSettings healthy(StoreSettings basis, Stage stage) {
        var node = basis.name().replace("shop-", "db-");
        return basis.with("chandlery.browse.own-pool", "true")
                .with("chandlery.browse.datasource.url", stage.databaseUrl(node));
    }

    @Override
    public Injection strike(RunningShop shop) {
        var moved = shop.publishWhereNothingAnswers(NODE);
        shop.stage().route(NODE).proxy().dropConnections();
        return moved;
    }

    @Override
    public void firstAid(RunningShop shop, Consumer<String> tell) {
        tell.accept("as the team did: restarting " + NODE);
        shop.stage().cluster().node(NODE).restart(StopMode.FAST);
        tell.accept(NODE + " is back up, and the outage goes on");
    }

    @Override
    public String injected() {
        return NODE + " published at an address where nothing answers";
    }
}
