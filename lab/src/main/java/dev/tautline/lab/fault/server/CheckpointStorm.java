package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;

/// Checkpoints follow each other without end, each writing what was just changed.
public record CheckpointStorm() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Workers.start(
                lab, 1, "bulk-load", "select pg_logical_emit_message(false, 'lab', repeat('x', 4000000)); checkpoint");
    }
}
