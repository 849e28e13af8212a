package dev.tautline.cli;

import dev.tautline.alert.Heartbeat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The heartbeats that run. Thread-safe.
final class Heartbeats implements AutoCloseable {
    private final BooleanSupplier alive;
    private final Clock clock;
    private final Consumer<String> says;
    private final List<Heartbeat> running = new ArrayList<>();

    Heartbeats(BooleanSupplier alive, Clock clock, Consumer<String> says) {
        this.alive = alive;
        this.clock = clock;
        this.says = says;
    }

    /// From now on these are kept, and no others.
    synchronized void keep(List<Heartbeat.Beat> beats) {
        close();
        beats.forEach(beat -> running.add(Heartbeat.start(beat, alive, clock, says)));
    }

    @Override
    public synchronized void close() {
        running.forEach(Heartbeat::close);
        running.clear();
    }
}
