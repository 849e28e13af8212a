package dev.tautline.agent;

import dev.tautline.agent.AgentReport.ProcessReport;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the JVM counts of itself anyway; read when a report is asked for, so that nothing runs in between.
final class ProcessTotals {
    private ProcessTotals() {}

    static ProcessReport report(int requestsInFlight, @Nullable Integer requestThreads) {
        return new ProcessReport(
                requestsInFlight,
                requestThreads,
                pauses(),
                cpu(ManagementFactory.getOperatingSystemMXBean()),
                Runtime.getRuntime().availableProcessors());
    }

    /// Concurrent collectors count their cycles under names of their own, which stop nobody: `ZGC Major Cycles`,
    /// `Shenandoah Cycles`, `G1 Concurrent GC` (JDK 25).
    private static long pauses() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().contains("Cycles")
                        && !collector.getName().contains("Concurrent"))
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
    }

    private static long cpu(OperatingSystemMXBean system) {
        return system instanceof com.sun.management.OperatingSystemMXBean ours && ours.getProcessCpuTime() >= 0
                ? TimeUnit.NANOSECONDS.toMillis(ours.getProcessCpuTime())
                : -1;
    }
}
