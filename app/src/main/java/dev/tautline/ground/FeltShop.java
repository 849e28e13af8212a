package dev.tautline.ground;

import dev.tautline.lab.proxy.ProxyFault;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreSettings;
import java.time.Duration;

/// A shop in which faults are felt: as most shops are, each page asks the database, which stands a little way off.
public final class FeltShop {
    private FeltShop() {}

    /// Its pool opens a connection every few seconds, so that what befalls new ones is felt in seconds and not in
    /// minutes.
    public static StoreSettings of(StoreSettings basis) {
        return basis.with("chandlery.resilient", "false")
                .with("spring.datasource.hikari.max-lifetime", "45000")
                .with("spring.datasource.hikari.keepalive-time", "30000");
    }

    /// Moves the database as far off as it usually is, until the stage is closed.
    public static void moveDatabase(Stage stage) {
        var distance = ProxyFault.Latency.roundTrip(Ground.USUAL.roundTrip(), Duration.ZERO);
        stage.routes().forEach(route -> route.proxy().inject(distance));
    }
}
