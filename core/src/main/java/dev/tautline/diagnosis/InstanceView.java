package dev.tautline.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One application instance as its agent describes it. When `silentSeconds` is above 0 the agent has not answered for
/// that long and everything else is what it last said.
public record InstanceView(
        String service,
        String name,
        @Nullable Instant startedAt,
        double silentSeconds,
        List<PoolView> pools,
        RequestView requests,
        @Nullable Reading schedulingDelay) {}
