package dev.tautline.cli;

import dev.tautline.stage.Loopback;
import dev.tautline.stage.PortCheck;
import dev.tautline.stage.PortCheck.Wanted;
import dev.tautline.stage.StageOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `taut up`.
final class UpOptions {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE}).";
    private static final int VISITS_IN_LAB_MODE = 3;
    private static final int MOST_VISITS = 100;

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

    @Option(names = "--tls", description = "Have shop and guard insist on TLS, which faults of certificates need.")
    private boolean tls;

    @Option(names = "--no-watch", description = "Start no guard.")
    private boolean unwatched;

    @Option(
            names = "--lab",
            description = "Let 'taut fault' and whoever may read the data's directory break what was started.")
    private boolean lab;

    @Option(
            names = "--visits",
            paramLabel = "N",
            description = "People who come to shop each second, 0 to 100 (default: 0; with --lab 3).")
    private @Nullable Integer visits;

    @Option(
            names = "--resilient",
            description = {
                "With --lab: the shop shields itself from its database, as it does without --lab,",
                "and people feel little of most faults."
            })
    private boolean resilient;

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

    /// Whether people are to feel what strikes.
    boolean felt() {
        return lab && !resilient;
    }

    /// Without anybody who shops, no fault of a shop can be felt.
    int visits() {
        int wanted = visits == null ? (lab ? VISITS_IN_LAB_MODE : 0) : visits;
        if (wanted < 0 || wanted > MOST_VISITS) {
            throw new UsageException("--visits %d: allowed are 0 to %d".formatted(wanted, MOST_VISITS));
        }
        return wanted;
    }

    StageOptions stage() {
        return new StageOptions(data, fresh, standbys, databasePort, tls, portsLeft());
    }

    private Set<Integer> portsLeft() {
        return Set.copyOf(List.of(port, managementPort, paymentPort, dashboardPort));
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
