package dev.tautline.diagnosis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One pool of one instance over the last few seconds. Gauges are of the last report. Readings are null when nobody
/// borrowed in that time. `acquireTimeouts` counts borrowers who gave up in the window.
public record PoolView(
        String name,
        List<String> hosts,
        int maximum,
        int active,
        int idle,
        int pending,
        int total,
        int acquireTimeouts,
        @Nullable Reading borrowsPerSecond,
        @Nullable Reading acquireP95,
        @Nullable Reading hold,
        List<ConnectFailure> connectFailures,
        List<EffectiveSetting> configuration,
        PoolDetails details) {

    /// A pool of which nothing is told but gauges, times and failed connects.
    public PoolView(
            String name,
            List<String> hosts,
            int maximum,
            int active,
            int idle,
            int pending,
            int total,
            int acquireTimeouts,
            @Nullable Reading borrowsPerSecond,
            @Nullable Reading acquireP95,
            @Nullable Reading hold,
            List<ConnectFailure> connectFailures,
            List<EffectiveSetting> configuration) {
        this(
                name,
                hosts,
                maximum,
                active,
                idle,
                pending,
                total,
                acquireTimeouts,
                borrowsPerSecond,
                acquireP95,
                hold,
                connectFailures,
                configuration,
                PoolDetails.NONE);
    }

    /// The same pool with other details.
    public PoolView with(PoolDetails other) {
        return new PoolView(
                name,
                hosts,
                maximum,
                active,
                idle,
                pending,
                total,
                acquireTimeouts,
                borrowsPerSecond,
                acquireP95,
                hold,
                connectFailures,
                configuration,
                other);
    }

    /// Every connection is in use and somebody waits, or waited until the time-out. Opening connections may still
    /// be what fails: a pool that has fewer than its maximum is starved, not exhausted.
    public boolean exhausted() {
        return total >= maximum && active >= maximum && (pending > 0 || acquireTimeouts > 0);
    }

    /// Somebody waits although the pool might grow: connections cannot be opened.
    public boolean starved() {
        return total < maximum && (pending > 0 || acquireTimeouts > 0) && !connectFailures.isEmpty();
    }

    /// Connections that the returned borrows account for (Little's law, from what was measured only); null when
    /// unknown.
    public @Nullable Double connectionsAccountedFor() {
        return borrowsPerSecond == null || hold == null ? null : borrowsPerSecond.now() * hold.now() / 1000;
    }

    /// One effective setting by its product's own name, for example `maximumPoolSize`.
    public Optional<EffectiveSetting> setting(String name) {
        return configuration.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /// Little's law: connections needed at this rate and this hold time; null when either is unknown.
    public @Nullable Double connectionsNeeded() {
        if (borrowsPerSecond == null || hold == null) {
            return null;
        }
        double arriving = borrowsPerSecond.usual() == null
                ? borrowsPerSecond.now()
                : Math.max(borrowsPerSecond.now(), borrowsPerSecond.usual());
        return arriving * hold.now() / 1000;
    }
}
