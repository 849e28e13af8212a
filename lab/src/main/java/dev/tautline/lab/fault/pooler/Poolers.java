package dev.tautline.lab.fault.pooler;

import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.PgBouncer;

/// The pooler that faults strike.
final class Poolers {
    private Poolers() {}

    static PgBouncer of(Lab lab) {
        return lab.surroundings().pooler().orElseThrow();
    }

    static Feasibility feasible(Lab lab) {
        return Feasibility.given(
                        PgBouncer.program().isPresent(), "PgBouncer is not installed (Debian's package is pgbouncer)")
                .and(Feasibility.given(
                        lab.surroundings().pooler().isPresent(), "no PgBouncer stands before the cluster here"));
    }
}
