package dev.tautline.watch;

import dev.tautline.alert.config.AlertsSection;
import dev.tautline.config.HistoryConfig;
import dev.tautline.config.IncidentsSection;
import dev.tautline.config.MetricsConfig;
import dev.tautline.config.TargetsSection;
import dev.tautline.config.TautFile;
import dev.tautline.config.YamlMap;
import dev.tautline.dashboard.access.DashboardSection;
import dev.tautline.targets.Surroundings;
import dev.tautline.watch.WatchConfig.AgentSource;
import dev.tautline.watch.WatchConfig.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads what `taut.yaml` says of the watch: targets, agents, the dashboard.
public final class WatchFile {
    private static final TreeSet<String> AGENT = new TreeSet<>(List.of("labels", "name", "url"));

    private final Path file;
    private final Surroundings around;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    private WatchFile(Path file, Surroundings around, Clock clock, Consumer<String> warnings) {
        this.file = file;
        this.around = around;
        this.clock = clock;
        this.warnings = warnings;
    }

    /// Reads the whole file and reports all that is wrong with it at once.
    ///
    /// @param warnings what a person should know although the file can be used
    /// @throws WatchFileUnusable when it cannot be read or anything in it cannot be used
    public static WatchConfig read(Path file, Surroundings around, Clock clock, Consumer<String> warnings) {
        return new WatchFile(file, around, clock, warnings).read();
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
        var targets = new TargetsSection(file, around, warnings)
                .read(root).stream().flatMap(entry -> watched(entry).stream()).toList();
        var agents = root.list("agents", AGENT).stream().map(this::agent).toList();
        if (targets.isEmpty() && agents.isEmpty() && problems.isEmpty()) {
            problems.add(file + ": nothing to watch; it needs targets, agents or both");
        }
        var dashboard = DashboardSection.read(root, file, around.environment());
        var alerts = new AlertsSection(file, around, clock).read(root, labels);
        return new WatchConfig(
                dashboard,
                targets,
                agents,
                HistoryConfig.read(root, file),
                alerts,
                IncidentsSection.read(root),
                MetricsConfig.read(root, around.environment()));
    }

    /// A canary stands for one server, so that the one that fails has a name.
    private Optional<Target> watched(TargetsSection.Entry entry) {
        labels.put(entry.target().name(), AlertsSection.labels(entry.map()));
        var hosts = entry.target().hosts();
        if (hosts.size() != 1) {
            entry.map().problem("url", "one host is expected; list each server of a cluster as a target of its own");
            return Optional.empty();
        }
        var console = entry.pooler().map(pooler -> pooler.hosts().getFirst()).orElse(null);
        return Optional.of(new Target(entry.target().name(), hosts.getFirst(), console));
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
        var name = map.required("name");
        labels.put(name, AlertsSection.labels(map));
        return new AgentSource(name, url);
    }
}
