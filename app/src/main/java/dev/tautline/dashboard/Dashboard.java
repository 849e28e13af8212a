package dev.tautline.dashboard;

import dev.tautline.history.series.SeriesReader;
import dev.tautline.machine.PortOwner;
import dev.tautline.watch.Watch.Tick;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dashboard's HTTP server, on loopback only. Give [#accept] to the watch as a listener; close it when the watch
/// ends. Thread-safe.
public final class Dashboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_REQUEST_BYTES = 8 * 1024;

    /// A browser that takes nothing for this long is gone; more than the heartbeat of the event stream.
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final Api api;
    private final PageFiles page = PageFiles.load();
    private final Javalin server;

    private Dashboard(int port, SeriesReader series, Consumer<RoutesConfig> more) {
        this.api = new Api(series);
        this.server = Javalin.create(config -> configure(config, port, more));
    }

    /// Starts serving.
    ///
    /// @param port 0 for any free one
    /// @param series what charts remember
    /// @throws PortUnusableException when the port is in use, or this user may not have it
    public static Dashboard start(int port, SeriesReader series) {
        return start(port, series, routes -> {});
    }

    /// Starts serving, with routes of others beside its own.
    public static Dashboard start(int port, SeriesReader series, Consumer<RoutesConfig> more) {
        var dashboard = new Dashboard(port, series, more);
        dashboard.server.start();
        return dashboard;
    }

    /// The port that is served, the one that was found when 0 was asked for.
    public int port() {
        return server.port();
    }

    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/");
    }

    /// Takes in one second of the watch, on the watch's own thread. Computes, and never waits for a browser.
    public void accept(Tick tick) {
        api.accept(tick);
    }

    @Override
    public void close() {
        api.close();
        server.stop();
    }

    private void configure(JavalinConfig config, int port, Consumer<RoutesConfig> more) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MOST_REQUEST_BYTES;
        config.jetty.addConnector((jetty, http) -> connector(jetty, http, port));
        config.routes.before(Guards::setHeaders);
        config.routes.before(Guards::refuseForeignHosts);
        config.routes.exception(HttpResponseException.class, Problem::answer);
        config.routes.exception(Exception.class, Dashboard::defect);
        config.routes.get("/", ctx -> file("index.html", ctx));
        api.addTo(config.routes);
        more.accept(config.routes);
        config.routes.get("/<file>", ctx -> file(ctx.pathParam("file"), ctx));
    }

    /// Opened here, before the server starts, so that a taken port is told once and in our words.
    private static ServerConnector connector(Server server, HttpConfiguration http, int port) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        try {
            connector.open();
        } catch (IOException e) {
            throw unusable(port, e);
        }
        return connector;
    }

    private static PortUnusableException unusable(int port, IOException e) {
        var owner = PortOwner.ofThisMachine().of(port);
        var why = owner.map(who -> "is taken by " + who)
                .orElse(e.getCause() instanceof BindException bind ? said(bind) : said(e));
        return new PortUnusableException(
                "port " + port + " on " + LOOPBACK + " cannot be served: it " + why
                        + "; free it, or give the dashboard another port (0 for any free one)",
                e);
    }

    private static String said(Exception e) {
        return "could not be bound (" + e.getMessage() + ")";
    }

    private void file(String name, Context ctx) {
        var file = page.find(name);
        if (file == null) {
            throw new NotFoundResponse("There is nothing here; the page is at / and its data under /api.");
        }
        ctx.contentType(file.type()).result(file.content());
    }

    private static void defect(Exception e, Context ctx) {
        LOG.error("{} could not be answered", ctx.path(), e);
        Problem.answer(HttpStatus.INTERNAL_SERVER_ERROR, "This is a defect in taut; its log says more.", ctx);
    }
}
