package dev.tautline.dashboard;

import dev.tautline.incident.Incident;
import dev.tautline.watch.Watch.Tick;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `GET /api/state` answers and each event carries: one second of the watch. Names are stable within a `version`;
/// a new field does not raise it.
///
/// @param incident the open one in full, null in calm
/// @param incidents all of them, newest first
record State(
        int version,
        Instant at,
        Banner banner,
        List<TargetState> targets,
        List<InstanceState> instances,
        List<ServerState> servers,
        List<ChangeMark> changes,
        @Nullable IncidentState incident,
        List<IncidentLine> incidents,
        Sample sample,
        long skippedSamples) {
    private static final int VERSION = 1;

    static State of(Tick tick, Sample sample, Standing standing) {
        var scene = tick.scene();
        var oldest = scene.at().minus(History.KEPT);
        return new State(
                VERSION,
                Millis.of(scene.at()),
                Banner.of(tick),
                scene.routes().stream()
                        .map(route -> TargetState.of(route, standing))
                        .toList(),
                scene.instances().stream()
                        .map(instance -> InstanceState.of(instance, tick.symptoms(), standing))
                        .toList(),
                scene.servers().stream().map(ServerState::of).toList(),
                scene.changes().stream()
                        .filter(change -> change.at().isAfter(oldest))
                        .map(ChangeMark::of)
                        .toList(),
                tick.incidents().stream()
                        .filter(Incident::open)
                        .findFirst()
                        .map(IncidentState::of)
                        .orElse(null),
                tick.incidents().stream().map(IncidentLine::of).toList(),
                sample,
                tick.skippedSamples());
    }
}
