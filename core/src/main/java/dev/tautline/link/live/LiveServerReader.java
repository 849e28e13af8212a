package dev.tautline.link.live;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks a running PostgreSQL server, 13 or newer, for what rules judge. Reads only; a few queries over the connection
/// that is given, whose own time-outs bound each wait.
public final class LiveServerReader {
    private final Connection connection;
    private final HostPort address;

    /// @param address under which the connection was opened; the server is known by its host
    public LiveServerReader(Connection connection, HostPort address) {
        this.connection = connection;
        this.address = address;
    }

    /// @throws SQLException when the server does not answer, or is no PostgreSQL
    public LiveServer read() throws SQLException {
        var asker = Asker.over(connection);
        var settings = LiveSettings.read(connection, address, asker);
        var rules = LiveHostRules.read(connection, address, asker);
        var standbys = LiveStandbys.read(connection, asker);
        var withheld = new ArrayList<Withheld>();
        settings.withheld().ifPresent(withheld::add);
        rules.withheld().ifPresent(withheld::add);
        standbys.withheld().ifPresent(withheld::add);
        var server = server(settings.settings(), rules.rules())
                .withMembers(standbys.addresses())
                .with(LiveLimits.read(connection, address));
        return new LiveServer(server, settings.contexts(), settings.awaitingRestart(), withheld, rules.problems());
    }

    private Server server(Settings settings, Optional<Server.Hba> rules) {
        return new Server(
                address.toString(),
                Product.POSTGRESQL,
                Set.of(address.host().toLowerCase(Locale.ROOT)),
                settings,
                rules,
                Optional.empty(),
                Stage.UNKNOWN,
                new Origin.Live(address.toString()));
    }

    /// The version that the server itself reports, for the defaults of its settings.
    static Versions versions(String version, HostPort address) {
        var number = version.split(" ", 2)[0];
        var origin = new Origin.Live("server_version on " + address);
        return new Versions(
                Map.of(Product.POSTGRESQL, new Versions.Detected(Version.of(number), origin, "as it reports")));
    }
}
