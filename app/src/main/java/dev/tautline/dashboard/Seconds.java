package dev.tautline.dashboard;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.history.series.Second;
import dev.tautline.history.series.Settings;
import dev.tautline.incident.Incident;
import dev.tautline.watch.InForce;
import dev.tautline.watch.Watch.Tick;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one second of the watch leaves to the charts of later: the same series that are drawn live, and the settings in
/// force.
public final class Seconds {
    private Seconds() {}

    public static Second of(Tick tick, List<InForce> inForce) {
        var scene = tick.scene();
        return new Second(
                scene.at().getEpochSecond(),
                Sample.of(scene).values(),
                scene.changes(),
                inForce.stream().map(known -> settings(known, scene)).toList(),
                tick.incidents().stream().anyMatch(Incident::open));
    }

    private static Settings settings(InForce known, Scene scene) {
        return new Settings(
                switch (known.kind()) {
                    case CLIENT_SETTING -> "instance";
                    case SERVER_SETTING -> "server";
                    default -> known.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                },
                known.subject(),
                known.values(),
                origins(known.subject(), scene));
    }

    /// Where an instance's settings are written, as its agent tells it.
    private static Map<String, String> origins(String subject, Scene scene) {
        var origins = new HashMap<String, String>();
        scene.instances().stream()
                .filter(instance -> instance.name().equals(subject))
                .map(InstanceView::pools)
                .flatMap(List::stream)
                .forEach(pool -> pool.configuration()
                        .forEach(setting -> origins.put(pool.name() + "." + setting.name(), setting.origin())));
        return Map.copyOf(origins);
    }
}
