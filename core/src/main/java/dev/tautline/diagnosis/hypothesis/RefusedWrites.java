package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.PoolView;
import java.util.Set;

/// Writes that were answered with SQLSTATE 25006, `read_only_sql_transaction`: a standby says so, and a primary
/// that is set to read-only.
final class RefusedWrites {
    private static final Set<String> READ_ONLY = Set.of("25006");

    private RefusedWrites() {}

    static int by(PoolView pool) {
        return pool.details().failedWith(READ_ONLY);
    }

    static String describe(PoolOf of) {
        return "%s's pool %s: %d writes refused with 25006"
                .formatted(of.instance().name(), of.pool().name(), by(of.pool()));
    }
}
