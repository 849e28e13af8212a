package dev.tautline.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One application instance as its agent describes it. When `silentSeconds` is above 0 the agent has not answered
/// for that long and everything else is what it last said.
public record InstanceView(
        String service,
        String name,
        @Nullable Instant startedAt,
        double silentSeconds,
        List<PoolView> pools,
        RequestView requests,
        @Nullable Reading schedulingDelay,
        ProcessView process) {

    /// An instance whose agent tells nothing of its process.
    public InstanceView(
            String service,
            String name,
            @Nullable Instant startedAt,
            double silentSeconds,
            List<PoolView> pools,
            RequestView requests,
            @Nullable Reading schedulingDelay) {
        this(service, name, startedAt, silentSeconds, pools, requests, schedulingDelay, ProcessView.UNKNOWN);
    }

    /// The same instance with another process.
    public InstanceView with(ProcessView other) {
        return new InstanceView(service, name, startedAt, silentSeconds, pools, requests, schedulingDelay, other);
    }
}
