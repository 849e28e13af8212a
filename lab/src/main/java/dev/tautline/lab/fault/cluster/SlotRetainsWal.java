package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;

/// A slot that nobody reads from keeps WAL for ever.
public record SlotRetainsWal(
        @Given(value = "4", mild = "1", severe = "16", says = "of 16 MB that are written at once")
        int segments) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        primary.execute("select pg_create_physical_replication_slot('lab_abandoned', true)");
        for (var segment = 0; segment < segments; segment++) {
            primary.execute("select pg_logical_emit_message(false, 'lab', 'x'), pg_switch_wal()");
        }
        return Injection.healedBy(() -> primary.execute("select pg_drop_replication_slot('lab_abandoned')"));
    }
}
