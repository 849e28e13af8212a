package dev.tautline.watch;

import dev.tautline.agent.AgentClock;
import dev.tautline.agent.AgentReport.HostSecond;
import dev.tautline.agent.Percentiles;
import dev.tautline.agent.SchedulingDelay;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Unit;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How late the guard itself gets to run: what it times by its own clock is that much longer.
final class OwnDelay implements AutoCloseable {
    private static final int WINDOW_SECONDS = 5;

    private final SchedulingDelay measured = SchedulingDelay.start(AgentClock.SYSTEM);
    private final Baselines baselines;

    OwnDelay(Baselines baselines) {
        this.baselines = baselines;
    }

    /// Of the last complete seconds; null before the first one is over.
    @Nullable
    Reading reading() {
        var late = lately(measured.report()).average();
        return late.isEmpty()
                ? null
                : baselines.read(
                        "guard/scheduling",
                        "the guard's own scheduling delay p95",
                        late.getAsDouble() / 1e3,
                        Unit.MILLIS);
    }

    private static DoubleStream lately(List<HostSecond> seconds) {
        return seconds.subList(Math.max(0, seconds.size() - WINDOW_SECONDS), seconds.size()).stream()
                .map(HostSecond::schedulingDelayMicros)
                .filter(delay -> delay.count() > 0)
                .mapToDouble(Percentiles::p95);
    }

    @Override
    public void close() {
        measured.close();
    }
}
