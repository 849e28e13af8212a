package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.watch.Watch.Tick;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dashboard's HTTP server. Give [#accept] to the watch as a listener; close it when the watch ends. Thread-safe.
public final class Dashboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final int MOST_REQUEST_BYTES = 8 * 1024;

    private final DashboardConfig config;
    private final Access access;
    private final SessionApi sessions;
    private final Gate gate;
    private final Api api;
    private final Findings findings;
    private final PageFiles page = PageFiles.load();
    private final Javalin server;
    private @Nullable ServerConnector main;
    private @Nullable ServerConnector local;

    private Dashboard(
            DashboardConfig config,
            Access access,
            SeriesReader series,
            Findings findings,
            List<Consumer<RoutesConfig>> more) {
        this.config = config;
        this.access = access;
        boolean secure = config.tls().isPresent() || !config.onLoopback();
        this.sessions = new SessionApi(access, secure, () -> routes().contains("GET /api/game-day"));
        this.gate = new Gate(access, sessions.cookie());
        this.api = new Api(series);
        this.findings = findings;
        this.server = Javalin.create(javalin -> configure(javalin, more));
    }

    /// Starts serving on loopback, open to everybody on this machine.
    ///
    /// @param port 0 for any free one
    /// @param series what charts remember
    /// @throws PortUnusableException when the port is in use, or this user may not have it
    public static Dashboard start(int port, SeriesReader series) {
        var config = DashboardConfig.DEFAULT.withPort(port);
        var access = new Access(true, List.of(), Clock.systemUTC());
        return start(config, access, series, Findings.none(), List.of());
    }

    /// Starts serving.
    ///
    /// @param more routes of others beside its own; one that asks for a scope is kept for those who have it
    /// @throws PortUnusableException when the port is in use, or this user may not have it
    public static Dashboard start(
            DashboardConfig config,
            Access access,
            SeriesReader series,
            Findings findings,
            List<Consumer<RoutesConfig>> more) {
        var dashboard = new Dashboard(config, access, series, findings, more);
        dashboard.server.start();
        findings.start();
        return dashboard;
    }

    /// The port that is served, the one that was found when 0 was asked for.
    public int port() {
        return main == null ? server.port() : main.getLocalPort();
    }

    /// What people open: by the first of its names, where it has any.
    public URI url() {
        var host = config.names().stream().sorted().findFirst().orElse(host(config.address()));
        return URI.create((config.tls().isPresent() ? "https" : "http") + "://" + host + ":" + port() + "/");
    }

    /// Where commands on this machine reach it: loopback, without TLS.
    public URI localUrl() {
        var port = local == null ? port() : local.getLocalPort();
        return URI.create("http://" + DashboardConfig.LOOPBACK + ":" + port + "/");
    }

    /// An address of the sixth version stands in brackets; who listens everywhere is reached here.
    private static String host(String address) {
        if (Set.of("0.0.0.0", "::", "[::]").contains(address)) {
            return DashboardConfig.LOOPBACK;
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    /// Takes in one second of the watch, on the watch's own thread. Computes, and never waits for a browser.
    public void accept(Tick tick) {
        api.accept(tick);
    }

    /// All routes below `/api` and `/metrics`, as `GET /api/state`.
    Set<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(route -> route.path.startsWith("/api") || route.path.equals("/metrics"))
                .map(route -> route.method + " " + route.path)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        api.close();
        server.stop();
    }

    private void configure(JavalinConfig javalin, List<Consumer<RoutesConfig>> more) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.maxRequestSize = MOST_REQUEST_BYTES;
        javalin.jetty.addConnector((jetty, http) -> {
            main = Connectors.of(config, jetty, http);
            return main;
        });
        if (config.tls().isPresent() || !config.onLoopback()) {
            javalin.jetty.addConnector((jetty, http) -> {
                local = Connectors.local(jetty, http);
                return local;
            });
        }
        addTo(javalin.routes, more);
    }

    private void addTo(RoutesConfig routes, List<Consumer<RoutesConfig>> more) {
        var guards = new Guards(config);
        routes.before(guards::setHeaders);
        routes.before(guards::refuseForeignHosts);
        routes.beforeMatched(gate::check);
        routes.exception(HttpResponseException.class, Problem::answer);
        routes.exception(Exception.class, Dashboard::defect);
        routes.get("/", ctx -> file("index.html", ctx));
        sessions.addTo(routes);
        api.addTo(routes, access, sessions.cookie());
        findings.addTo(routes);
        routes.get("/api/openapi.json", ctx -> file("openapi.json", ctx));
        more.forEach(other -> other.accept(routes));
        routes.get("/<file>", ctx -> file(ctx.pathParam("file"), ctx));
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
