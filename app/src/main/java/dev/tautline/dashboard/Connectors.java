package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Certificates;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.dashboard.access.DashboardTls;
import dev.tautline.machine.PortOwner;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/// Where the dashboard listens. Opened before the server starts, so that a taken port is told once and in our words.
final class Connectors {
    /// A browser that takes nothing for this long is gone; more than the heartbeat of the event stream.
    private static final Duration IDLE = Duration.ofSeconds(15);

    private Connectors() {}

    /// @throws PortUnusableException when the port is in use, or this user may not have it
    static ServerConnector of(DashboardConfig config, Server server, HttpConfiguration http) {
        var connector = config.tls()
                .map(files -> secured(server, http, files))
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        return opened(connector, config.address(), config.port());
    }

    /// For the commands of this machine, where the dashboard itself is elsewhere or speaks TLS.
    static ServerConnector local(Server server, HttpConfiguration http) {
        return opened(new ServerConnector(server, new HttpConnectionFactory(http)), DashboardConfig.LOOPBACK, 0);
    }

    private static ServerConnector secured(Server server, HttpConfiguration http, DashboardTls files) {
        var secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                server,
                new SslConnectionFactory(Certificates.factory(files), "http/1.1"),
                new HttpConnectionFactory(secure));
    }

    private static ServerConnector opened(ServerConnector connector, String address, int port) {
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        try {
            connector.open();
        } catch (IOException e) {
            throw unusable(address, port, e);
        }
        return connector;
    }

    private static PortUnusableException unusable(String address, int port, IOException e) {
        var owner = PortOwner.ofThisMachine().of(port);
        var why = owner.map(who -> "is taken by " + who)
                .orElse(e.getCause() instanceof BindException bind ? said(bind) : said(e));
        return new PortUnusableException(
                "port " + port + " on " + address + " cannot be served: it " + why
                        + "; free it, or give the dashboard another port (0 for any free one)",
                e);
    }

    private static String said(Exception e) {
        return "could not be bound (" + e.getMessage() + ")";
    }
}
