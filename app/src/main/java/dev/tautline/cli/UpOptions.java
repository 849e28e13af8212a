package dev.tautline.cli;

import dev.tautline.stage.Loopback;
import dev.tautline.stage.PortCheck;
import dev.tautline.stage.PortCheck.Wanted;
import dev.tautline.stage.StageOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine.Option;

/// The options of `taut up`.
final class UpOptions {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE}).";

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "The shop's port" + DEFAULT)
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "The port of the shop's agent" + DEFAULT)
    private int managementPort;

    @Option(
            names = "--dashboard-port",
            paramLabel = "N",
            defaultValue = "7070",
            description = "The port of the guard's dashboard" + DEFAULT)
    private int dashboardPort;

    @Option(
            names = "--payment-port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "The payment simulator's port" + DEFAULT)
    private int paymentPort;

    @Option(
            names = "--database-port",
            paramLabel = "N",
            defaultValue = "15432",
            description = "The port of each database node, on 127.0.54.1, .2 and so on" + DEFAULT)
    private int databasePort;

    @Option(names = "--standbys", paramLabel = "N", defaultValue = "1", description = "Streaming standbys" + DEFAULT)
    private int standbys;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".taut", description = "Keeps the data" + DEFAULT)
    private Path data = Path.of(".taut");

    @Option(names = "--fresh", description = "Forget the data of earlier times.")
    private boolean fresh;

    @Option(names = "--no-watch", description = "Start no guard.")
    private boolean unwatched;

    @Option(
            names = "--lab",
            description = "Let 'taut fault' and whoever may read the data's directory break what was started.")
    private boolean lab;

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    int dashboardPort() {
        return dashboardPort;
    }

    int paymentPort() {
        return paymentPort;
    }

    boolean watched() {
        return !unwatched;
    }

    boolean lab() {
        return lab;
    }

    StageOptions stage() {
        return new StageOptions(data, fresh, standbys, databasePort);
    }

    /// Looks before anything is started, so that a taken port costs nothing.
    void refuseTakenPorts() {
        var nodes = stage().standbys() + 1;
        var own = InetAddress.getLoopbackAddress();
        var wanted = new ArrayList<Wanted>();
        wanted.add(new Wanted("the shop", "--port", own, port));
        wanted.add(new Wanted("the shop's agent", "--management-port", own, managementPort));
        wanted.add(new Wanted("the payment simulator", "--payment-port", own, paymentPort));
        if (watched()) {
            wanted.add(new Wanted("the dashboard", "--dashboard-port", own, dashboardPort));
        }
        for (var node = 1; node <= nodes; node++) {
            wanted.add(new Wanted("db-" + node, "--database-port", Loopback.ofHost(node), databasePort));
        }
        PortCheck.refuseTaken(wanted);
    }
}
