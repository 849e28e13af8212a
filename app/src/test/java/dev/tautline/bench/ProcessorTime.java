package dev.tautline.bench;

import java.time.Duration;

/// Processor time in seconds, user and system together, of those who share the machine during a benchmark.
///
/// @param client the benchmark itself, which generates the load
record ProcessorTime(double shop, double database, double provider, double client) {

    static ProcessorTime now(BenchShop shop) {
        return new ProcessorTime(
                of(shop.store().process().pid()),
                ofTree(shop.primary().pid()),
                of(shop.payments().process().pid()),
                of(ProcessHandle.current().pid()));
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                shop - earlier.shop, database - earlier.database, provider - earlier.provider, client - earlier.client);
    }

    double all() {
        return shop + database + provider + client;
    }

    private static double of(long pid) {
        return ProcessHandle.of(pid).map(ProcessorTime::seconds).orElse(0.0);
    }

    /// A server has a process for each connection.
    private static double ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> seconds(root)
                        + root.descendants().mapToDouble(ProcessorTime::seconds).sum())
                .orElse(0.0);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
