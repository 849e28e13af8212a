package dev.tautline.dashboard;

import dev.tautline.gameday.GameDay;
import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.labdoor.DoorRelay;
import dev.tautline.labdoor.FaultsInForce;
import dev.tautline.labdoor.LabDoor;
import dev.tautline.published.GuardReader;
import dev.tautline.stage.Opened;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/// A server, the lab around it and the door to that lab, as `taut up --lab` has them.
final class GameDayStage implements AutoCloseable {
    private final Opened parts = new Opened();
    private final Path folder;
    private final FaultsInForce faults;
    private final DoorRelay relay;

    private GameDayStage(Path folder) {
        this.folder = folder;
        var cluster = parts.add(Cluster.builder().start());
        var routes = parts.add(new Routes(HostsFile.create(folder.resolve("hosts"))));
        routes.open("db-1.example.test", cluster.primary(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var lab =
                new Lab(cluster, routes, new Application("postgres", "postgres"), Surroundings.NONE, Clock.systemUTC());
        this.faults = parts.add(new FaultsInForce(lab, Clock.systemUTC()));
        this.relay = parts.add(new DoorRelay(folder));
    }

    static GameDayStage start(Path folder) {
        return new GameDayStage(folder);
    }

    DoorRelay relay() {
        return relay;
    }

    /// Opens the door, behind which a game is played against the guard with this dashboard.
    void play(URI dashboard) {
        var guard = parts.add(new GuardReader(dashboard));
        var game = new GameDay(faults, guard::incidentsSince, new Random(3), Clock.systemUTC());
        parts.add(LabDoor.open(faults, folder, List.of(game::addTo)));
    }

    /// As `taut fault inject` does.
    void strike(String fault) {
        faults.inject(fault, false);
    }

    @Override
    public void close() {
        parts.close();
    }
}
