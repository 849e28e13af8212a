package dev.tautline.watch;

import dev.tautline.alert.AlertPolicy;
import dev.tautline.config.HistoryConfig;
import dev.tautline.config.MetricsConfig;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.probe.ProbeTarget;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to watch: the servers, and the agents of the applications that use them.
public record WatchConfig(
        DashboardConfig dashboard,
        List<Target> targets,
        List<AgentSource> agents,
        HistoryConfig history,
        AlertPolicy alerts,
        DeskPolicy incidents,
        MetricsConfig metrics) {
    public WatchConfig {
        targets = List.copyOf(targets);
        agents = List.copyOf(agents);
    }

    /// A server under the name that people and the cluster know it by (a standby's `application_name`, if it is one).
    ///
    /// @param pooler the console of the PgBouncer in front of it; null when there is none
    public record Target(
            String name, ProbeTarget probe, @Nullable ProbeTarget pooler) {
        public Target(String name, ProbeTarget probe) {
            this(name, probe, null);
        }
    }

    /// Where an application's agent answers.
    public record AgentSource(String name, URI url) {}
}
