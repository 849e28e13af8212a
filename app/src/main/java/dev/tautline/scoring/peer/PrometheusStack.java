package dev.tautline.scoring.peer;

import dev.tautline.scoring.Page;
import dev.tautline.scoring.PageReceiver;
import dev.tautline.scoring.Watcher;
import dev.tautline.stage.ChildProcess;
import dev.tautline.stage.ForeignProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prometheus, Alertmanager, an exporter for each node and the Blackbox exporter, as Debian packages them, with
/// [rules](rules.yml) of their own makers.
///
/// ```
/// PostgreSQL ◄── postgres_exporter ◄─┐
/// port, shop ◄── blackbox_exporter ◄─┴─ Prometheus ──► Alertmanager ──► pager
/// ```
public final class PrometheusStack implements Watcher {
    /// The name under which it is scored, and the path of its webhook.
    public static final String NAME = "prometheus";

    private static final List<String> PROGRAMS = List.of(
            "prometheus", "prometheus-alertmanager", "prometheus-postgres-exporter", "prometheus-blackbox-exporter");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final PageReceiver pager;
    private final String server;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /// Starts all of it and waits until each answers.
    ///
    /// @param start starts a program on the stage
    /// @param port gives a free port of loopback
    public PrometheusStack(
            PeerScene scene, PageReceiver pager, Function<ForeignProgram, ChildProcess> start, IntSupplier port) {
        this.pager = pager;
        this.server = local(port);
        var alertmanager = local(port);
        var blackbox = local(port);
        var exporters = new LinkedHashMap<String, String>();
        scene.nodes().keySet().forEach(node -> exporters.put(node, local(port)));
        try {
            scene.nodes()
                    .forEach((node, target) ->
                            run(start, exporter(node, Objects.requireNonNull(exporters.get(node)), target, scene)));
            run(start, blackbox(blackbox));
            run(start, alertmanager(alertmanager, scene.pager()));
            run(start, prometheus(PrometheusFiles.prometheus(scene, exporters, blackbox, alertmanager)));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /// What is not installed of it; empty when it can be started.
    public static Optional<String> missing() {
        var missing = PROGRAMS.stream()
                .filter(program -> !Files.isExecutable(Path.of("/usr/bin", program)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + " (Debian's packages of these names)");
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Each target has been scraped once.
    @Override
    public boolean isReady() {
        var targets = get("/api/v1/targets?state=active").path("data").path("activeTargets");
        return !targets.isEmpty()
                && targets.valueStream()
                        .noneMatch(
                                target -> "unknown".equals(target.path("health").stringValue("unknown")));
    }

    @Override
    public boolean isCalm() {
        return get("/api/v1/alerts").path("data").path("alerts").isEmpty();
    }

    @Override
    public List<Page> pages() {
        return pager.of(NAME);
    }

    @Override
    public void close() {
        processes.reversed().forEach(ChildProcess::close);
        processes.clear();
        http.shutdownNow();
    }

    private void run(Function<ForeignProgram, ChildProcess> start, ForeignProgram program) {
        processes.add(start.apply(program));
    }

    private static ForeignProgram exporter(String node, String address, InetSocketAddress target, PeerScene scene) {
        return new ForeignProgram(
                "exporter-" + node,
                List.of(program(2), "--web.listen-address=" + address, "--extend.query-path={folder}/queries.yml"),
                Map.of("queries.yml", ""),
                Map.of(
                        "DATA_SOURCE_URI",
                        "%s:%d/%s?sslmode=disable&connect_timeout=5"
                                .formatted(target.getAddress().getHostAddress(), target.getPort(), scene.database()),
                        "DATA_SOURCE_USER",
                        scene.user()),
                Optional.of("DATA_SOURCE_PASS"),
                URI.create("http://" + address + "/"));
    }

    private static ForeignProgram blackbox(String address) {
        return new ForeignProgram(
                "blackbox",
                List.of(program(3), "--web.listen-address=" + address, "--config.file={folder}/blackbox.yml"),
                Map.of("blackbox.yml", PrometheusFiles.blackbox()),
                Map.of(),
                Optional.empty(),
                URI.create("http://" + address + "/-/healthy"));
    }

    private static ForeignProgram alertmanager(String address, URI pager) {
        return new ForeignProgram(
                "alertmanager",
                List.of(
                        program(1),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=",
                        "--storage.path={folder}/data",
                        "--config.file={folder}/alertmanager.yml"),
                Map.of("alertmanager.yml", PrometheusFiles.alertmanager(pager)),
                Map.of(),
                Optional.empty(),
                URI.create("http://" + address + "/-/healthy"));
    }

    private ForeignProgram prometheus(String configuration) {
        return new ForeignProgram(
                "prometheus",
                List.of(
                        program(0),
                        "--web.listen-address=" + server,
                        "--storage.tsdb.path={folder}/data",
                        "--config.file={folder}/prometheus.yml"),
                Map.of("prometheus.yml", configuration, "rules.yml", PrometheusFiles.rules()),
                Map.of(),
                Optional.empty(),
                URI.create("http://" + server + "/-/ready"));
    }

    private static String program(int index) {
        return "/usr/bin/" + PROGRAMS.get(index);
    }

    private static String local(IntSupplier port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt())
                .toString()
                .replaceFirst("^.*/", "");
    }

    private JsonNode get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://" + server + path))
                .timeout(TIMEOUT)
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException silent) {
            return JsonMapper.shared().createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JsonMapper.shared().createObjectNode();
        }
    }
}
