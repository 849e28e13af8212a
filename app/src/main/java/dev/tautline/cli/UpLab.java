package dev.tautline.cli;

import dev.tautline.gameday.GameDay;
import dev.tautline.ground.OneShop;
import dev.tautline.labdoor.FaultsInForce;
import dev.tautline.labdoor.LabDoor;
import dev.tautline.published.GuardReader;
import dev.tautline.stage.Opened;
import dev.tautline.stage.Stage;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What `taut up --lab` adds: the lab, the door to it, and the game day behind that door. Closing it heals everything.
final class UpLab implements AutoCloseable {
    private final Opened parts = new Opened();

    private UpLab() {}

    /// @param dashboard of the guard; null when none runs, and then there is no game day
    static UpLab open(Stage stage, OneShop shop, @Nullable URI dashboard, UpProgress progress) {
        var lab = new UpLab();
        var clock = Clock.systemUTC();
        var faults = lab.parts.add(new FaultsInForce(stage.lab(shop), clock));
        // Closed before the faults, which then need no deployment of a shop that is about to be stopped.
        lab.parts.add(shop);
        List<Consumer<RoutesConfig>> games = dashboard == null
                ? List.of()
                : List.of(progress.step("What can be broken", () -> lab.game(faults, dashboard, clock))::addTo);
        lab.parts.add(LabDoor.open(faults, stage.directory(), games));
        return lab;
    }

    private GameDay game(FaultsInForce faults, URI dashboard, Clock clock) {
        var guard = parts.add(new GuardReader(dashboard));
        return new GameDay(faults, guard::incidentsSince, new Random(), clock);
    }

    @Override
    public void close() {
        parts.close();
    }
}
