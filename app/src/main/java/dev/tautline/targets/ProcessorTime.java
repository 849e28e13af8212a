package dev.tautline.targets;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether the processors that this process may use have time to spare. Safe for many threads.
final class ProcessorTime {
    /// The kernel counts in hundredths of a second, so a shorter look would see nothing or all.
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final double BUSY = 0.8;

    private @Nullable OperatingSystemMXBean system;
    private long lookedAt;
    private boolean hasSome;

    /// As of the last twentieth of a second; false as long as nothing is known.
    synchronized boolean isLeft() {
        long now = System.nanoTime();
        if (system == null) {
            // Loaded only now, for it takes a good part of what a whole probe of one target takes.
            system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            system.getCpuLoad();
            lookedAt = now;
        } else if (now - lookedAt >= LOOK.toNanos()) {
            double load = system.getCpuLoad();
            hasSome = load >= 0 && load < BUSY;
            lookedAt = now;
        }
        return hasSome;
    }
}
