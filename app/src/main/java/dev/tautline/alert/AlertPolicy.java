package dev.tautline.alert;

import dev.tautline.alert.quiet.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `taut.yaml` says of alerts.
///
/// @param escalateAfter without an acknowledgement; zero for never
/// @param repeatEvery while nobody has taken it; zero for never
/// @param link where the dashboard is reached from elsewhere, null for where this guard serves it
/// @param runbook a URL with `{cause}` in it, null when there is none
/// @param labels of every incident
/// @param subjectLabels of targets and agents, by name
public record AlertPolicy(
        List<Receiver> receivers,
        List<Route> routes,
        List<Maintenance> maintenance,
        List<Heartbeat.Beat> heartbeats,
        Duration escalateAfter,
        Duration repeatEvery,
        @Nullable String link,
        @Nullable String runbook,
        Map<String, String> labels,
        Map<String, Map<String, String>> subjectLabels) {
    public static final Duration REPEAT_EVERY = Duration.ofHours(4);

    /// Nobody is told.
    public static final AlertPolicy NONE = of(List.of());

    /// These receivers, all else by default.
    public static AlertPolicy of(List<Receiver> receivers) {
        return new AlertPolicy(
                receivers,
                List.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                REPEAT_EVERY,
                null,
                null,
                Map.of(),
                Map.of());
    }

    Routing routing() {
        return new Routing(receivers, routes);
    }
}
