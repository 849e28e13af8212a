package dev.tautline.alert.config;

import dev.tautline.alert.AlertPolicy;
import dev.tautline.alert.Channel;
import dev.tautline.alert.Heartbeat;
import dev.tautline.alert.Pace;
import dev.tautline.alert.Receiver;
import dev.tautline.alert.Route;
import dev.tautline.config.YamlMap;
import dev.tautline.settings.Nearest;
import dev.tautline.targets.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the section `alerts` of `taut.yaml`.
public final class AlertsSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "dashboard-url",
            "escalate-after",
            "heartbeats",
            "labels",
            "maintenance",
            "receivers",
            "repeat-every",
            "routes",
            "runbook-url"));
    private static final Set<String> ROUTE = new TreeSet<>(List.of("match", "owners", "severity", "to"));
    private static final Set<String> HEARTBEAT =
            new TreeSet<>(List.of("ca-file", "every", "name", "receiver", "url", "url-env", "url-file"));
    private static final Duration HEARTBEAT_EVERY = Duration.ofMinutes(1);

    private final ChannelsSection channels;

    /// @param file the `taut.yaml`, below whose folder files are named
    public AlertsSection(Path file, Surroundings around, Clock clock) {
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.channels = new ChannelsSection(new Secrets(around.environment(), folder), folder, clock);
    }

    /// What can be used; for all else there is a problem.
    ///
    /// @param subjectLabels labels of targets and agents, by name
    public AlertPolicy read(YamlMap root, Map<String, Map<String, String>> subjectLabels) {
        return root.map("alerts", KEYS)
                .map(alerts -> policy(alerts, subjectLabels))
                .orElse(AlertPolicy.NONE);
    }

    /// The labels of a target or an agent.
    public static Map<String, String> labels(YamlMap subject) {
        return Vocabulary.labels(subject);
    }

    private AlertPolicy policy(YamlMap alerts, Map<String, Map<String, String>> subjectLabels) {
        var names = new LinkedHashSet<String>();
        var receivers = receivers(alerts, names);
        return new AlertPolicy(
                receivers,
                routes(alerts, names),
                MaintenanceSection.read(alerts),
                heartbeats(alerts, receivers, names),
                alerts.duration("escalate-after", Duration.ZERO),
                alerts.duration("repeat-every", AlertPolicy.REPEAT_EVERY),
                alerts.text("dashboard-url").orElse(null),
                runbook(alerts),
                Vocabulary.labels(alerts),
                subjectLabels);
    }

    private List<Receiver> receivers(YamlMap alerts, Set<String> names) {
        var receivers = new ArrayList<Receiver>();
        var keys = new TreeSet<>(ChannelsSection.KEYS.keySet());
        keys.addAll(List.of("digest-from", "name", "owners", "per-minute"));
        for (var map : alerts.list("receivers", keys)) {
            var name = map.required("name");
            if (!name.isEmpty() && !names.add(name)) {
                map.problem("name", "another receiver is called '" + name + "', too");
            }
            var owners = Vocabulary.owners(map);
            channels.read(map)
                    .ifPresent(channel -> receivers.add(new Receiver(name, owners, channel, pace(map, channel))));
        }
        return List.copyOf(receivers);
    }

    private static Pace pace(YamlMap map, Channel channel) {
        var usual = channel.takesDigests() ? Pace.FOR_PEOPLE : Pace.FOR_SERVICES;
        if (map.has("digest-from") && !channel.takesDigests()) {
            map.problem("digest-from", channel.kind() + " counts each incident and takes no digests");
        }
        return new Pace(
                map.number("per-minute", usual.perMinute(), 1, 10_000),
                map.number("digest-from", usual.digestFrom(), 2, Integer.MAX_VALUE));
    }

    private static List<Route> routes(YamlMap alerts, Set<String> names) {
        return alerts.list("routes", ROUTE).stream()
                .map(map -> new Route(
                        Vocabulary.owners(map), Vocabulary.severity(map), Vocabulary.matchers(map), to(map, names)))
                .toList();
    }

    private static Set<String> to(YamlMap map, Set<String> names) {
        var to = new LinkedHashSet<String>();
        map.required("to", "the receivers");
        for (var name : map.texts("to")) {
            known(name, "to", map, names);
            to.add(name);
        }
        return to;
    }

    private static boolean known(String name, String key, YamlMap map, Set<String> names) {
        if (!names.contains(name)) {
            map.problem(
                    key,
                    "there is no receiver '" + name + "'"
                            + Nearest.to(name, names)
                                    .map(near -> ", did you mean '" + near + "'?")
                                    .orElse("")
                            + " Receivers: " + String.join(", ", names));
        }
        return names.contains(name);
    }

    private List<Heartbeat.Beat> heartbeats(YamlMap alerts, List<Receiver> receivers, Set<String> names) {
        var byName = new LinkedHashMap<String, Receiver>();
        receivers.forEach(receiver -> byName.put(receiver.name(), receiver));
        var beats = new ArrayList<Heartbeat.Beat>();
        for (var map : alerts.list("heartbeats", HEARTBEAT)) {
            var every = map.duration("every", HEARTBEAT_EVERY);
            if (every.compareTo(Duration.ofSeconds(1)) < 0) {
                map.problem("every", "a heartbeat comes at most every second");
                continue;
            }
            channel(map, byName, names)
                    .ifPresent(channel -> beats.add(new Heartbeat.Beat(
                            map.text("name").or(() -> map.text("receiver")).orElse("heartbeat"), channel, every)));
        }
        return List.copyOf(beats);
    }

    private Optional<Channel> channel(YamlMap map, Map<String, Receiver> byName, Set<String> names) {
        var receiver = map.text("receiver");
        if (receiver.isEmpty()) {
            return channels.ping(map);
        }
        if (map.has("url") || map.has("url-env") || map.has("url-file")) {
            map.problem("receiver", "a heartbeat goes to a receiver or to a URL, not to both");
            return Optional.empty();
        }
        return known(receiver.get(), "receiver", map, names)
                ? Optional.ofNullable(byName.get(receiver.get())).map(Receiver::channel)
                : Optional.empty();
    }

    private static @Nullable String runbook(YamlMap alerts) {
        var text = alerts.text("runbook-url");
        if (text.isPresent() && !text.get().contains("{cause}")) {
            alerts.problem("runbook-url", "'{cause}' is expected in it, where the cause's id stands");
        }
        return text.orElse(null);
    }
}
