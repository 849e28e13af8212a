package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PoolerView;
import dev.tautline.watch.WatchConfig.Target;
import dev.tautline.watch.pooler.PoolerSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns looks into the poolers into views, and notes how their settings change. Not thread-safe: the watch's own
/// thread uses it.
final class Poolers {
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private final Changes changes;
    private final Instant since;

    Poolers(Changes changes, Instant since) {
        this.changes = changes;
        this.since = since;
    }

    /// Null when no pooler is configured, or its console has told nothing yet: also one that refuses the guard.
    @Nullable
    PoolerView view(Target target, @Nullable Lane<PoolerSample> lane, Instant now) {
        var console = target.pooler();
        if (lane == null || console == null) {
            return null;
        }
        var sampled = lane.latest();
        var sample = sampled.value();
        var endpoint = console.endpoint().toString();
        if (sampled.problem() != null && sampled.silentSeconds(now, since, PATIENCE) > 0) {
            return new PoolerView(endpoint, sampled.problem(), List.of());
        }
        if (sample == null || !sample.refused().isEmpty()) {
            return null;
        }
        changes.compare(Change.Kind.SERVER_SETTING, target.name() + "'s pooler", sample.settings(), now);
        return new PoolerView(endpoint, "", sample.pools());
    }

    /// Why the console answers and yet tells nothing.
    static List<String> withheld(@Nullable Lane<PoolerSample> lane) {
        var sample = lane == null ? null : lane.latest().value();
        return sample == null || sample.refused().isEmpty()
                ? List.of()
                : List.of("the pooler's pools: " + sample.refused() + " (name the guard's user in stats_users)");
    }
}
