package dev.tautline.watch;

import dev.tautline.config.TautFile;
import dev.tautline.config.YamlMap;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import dev.tautline.watch.WatchConfig.AgentSource;
import dev.tautline.watch.WatchConfig.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads `taut.yaml`. Passwords come from the environment, never from the file.
public final class WatchFile {
    private static final TreeSet<String> DASHBOARD = new TreeSet<>(List.of("port"));
    private static final TreeSet<String> TARGET =
            new TreeSet<>(List.of("name", "url", "user", "password-env", "expect"));
    private static final TreeSet<String> AGENT = new TreeSet<>(List.of("name", "url"));

    private final Path file;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    private WatchFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /// Reads the whole file and reports all that is wrong with it at once.
    ///
    /// @throws WatchFileUnusable when it cannot be read or anything in it cannot be used
    public static WatchConfig read(Path file, Map<String, String> environment) {
        return new WatchFile(file, environment).read();
    }

    private WatchConfig read() {
        var config = parse().map(this::config);
        if (config.isEmpty() || !problems.isEmpty()) {
            throw new WatchFileUnusable(problems);
        }
        return config.get();
    }

    private Optional<YamlMap> parse() {
        var root = TautFile.read(file, problems);
        if (root.isEmpty() && problems.isEmpty()) {
            problems.add(file + ": the file is empty; it needs targets, agents or both");
        }
        return root;
    }

    private WatchConfig config(YamlMap root) {
        var targets = root.list("targets", TARGET).stream().map(this::target).toList();
        var agents = root.list("agents", AGENT).stream().map(this::agent).toList();
        if (targets.isEmpty() && agents.isEmpty()) {
            problems.add(file + ": nothing to watch; it needs targets, agents or both");
        }
        int port = root.map("dashboard", DASHBOARD)
                .map(dashboard -> dashboard.port("port", WatchConfig.DASHBOARD_PORT))
                .orElse(WatchConfig.DASHBOARD_PORT);
        return new WatchConfig(port, targets, agents);
    }

    private Target target(YamlMap map) {
        var name = map.required("name");
        var user = map.required("user");
        var password = password(map);
        var expected = expectation(map);
        var parsed = JdbcUrl.parse(map.required("url"), new Origin.Live("taut.yaml"));
        parsed.problems().forEach(problem -> map.problem("url", problem.message()));
        if (parsed.url().isEmpty()) {
            return new Target(name, ProbeTarget.of("", 0, "", user));
        }
        var url = parsed.url().get();
        if (url.hosts().size() != 1) {
            map.problem("url", "one host is expected; list each server of a cluster as a target of its own");
            return new Target(name, ProbeTarget.of("", 0, "", user));
        }
        HostPort host = url.hosts().getFirst();
        return new Target(
                name,
                ProbeTarget.of(host.host(), host.port(), url.database().orElse(user), user)
                        .withPassword(password)
                        .withSslMode(sslMode(url, map))
                        .withRootCertificate(rootCertificate(url))
                        .expecting(expected));
    }

    private static SslMode sslMode(JdbcUrl url, YamlMap map) {
        var text = url.parameter("sslmode").map(parameter -> parameter.value());
        try {
            return text.map(SslMode::parse).orElse(SslMode.PREFER);
        } catch (IllegalArgumentException e) {
            map.problem("url", String.valueOf(e.getMessage()));
            return SslMode.PREFER;
        }
    }

    private static @Nullable Path rootCertificate(JdbcUrl url) {
        return url.parameter("sslrootcert")
                .map(parameter -> Path.of(parameter.value()))
                .orElse(null);
    }

    private static Expectation expectation(YamlMap map) {
        var text = map.text("expect").orElse("any");
        for (var expectation : Expectation.values()) {
            if (expectation.name().equalsIgnoreCase(text)) {
                return expectation;
            }
        }
        var allowed = Arrays.stream(Expectation.values())
                .map(expectation -> expectation.name().toLowerCase(Locale.ROOT))
                .toList();
        map.problem("expect", "'expect' is '" + text + "', allowed: " + String.join(", ", allowed));
        return Expectation.ANY;
    }

    private @Nullable Secret password(YamlMap map) {
        var variable = map.text("password-env").orElse(null);
        if (variable == null) {
            return null;
        }
        var value = environment.get(variable);
        if (value == null) {
            map.problem("password-env", "the environment variable " + variable + " is not set");
            return null;
        }
        return Secret.of(value);
    }

    private AgentSource agent(YamlMap map) {
        var text = map.required("url");
        URI url = URI.create("http://invalid.invalid/");
        try {
            var read = URI.create(text);
            if ("http".equals(read.getScheme()) || "https".equals(read.getScheme())) {
                url = read;
            } else {
                map.problem("url", "'" + text + "' is not an http or https URL");
            }
        } catch (IllegalArgumentException e) {
            map.problem("url", "'" + text + "' is not a URL: " + e.getMessage());
        }
        return new AgentSource(map.required("name"), url);
    }
}
