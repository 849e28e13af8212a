package dev.tautline.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One application instance as its agent describes it. When `silentSeconds` is above 0 the agent has not answered
/// for that long and everything else is what it last said.
///
/// @param secondsWell since its start, those in which it served requests and nothing was wrong with it, as far
/// as it was watched
public record InstanceView(
        String service,
        String name,
        @Nullable Instant startedAt,
        double silentSeconds,
        List<PoolView> pools,
        RequestView requests,
        @Nullable Reading schedulingDelay,
        ProcessView process,
        int secondsWell) {
    /// A JVM that has just started is slow by itself, until its code is compiled and its caches are filled.
    public static final Duration WARM_UP = Duration.ofSeconds(20);

    /// An instance whose agent tells nothing of its process.
    public InstanceView(
            String service,
            String name,
            @Nullable Instant startedAt,
            double silentSeconds,
            List<PoolView> pools,
            RequestView requests,
            @Nullable Reading schedulingDelay) {
        this(service, name, startedAt, silentSeconds, pools, requests, schedulingDelay, ProcessView.UNKNOWN, 0);
    }

    /// It has not been up for long enough that its slowness would say something.
    public boolean warmsUp(Instant now) {
        return startedAt != null && Duration.between(startedAt, now).compareTo(WARM_UP) < 0;
    }

    /// The same instance after so many seconds in which all was well.
    public InstanceView well(int seconds) {
        return new InstanceView(
                service, name, startedAt, silentSeconds, pools, requests, schedulingDelay, process, seconds);
    }

    /// The same instance with another process.
    public InstanceView with(ProcessView other) {
        return new InstanceView(
                service, name, startedAt, silentSeconds, pools, requests, schedulingDelay, other, secondsWell);
    }
}
