package dev.tautline.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to clean up, and who holds it back.
///
/// @param transactionIdAge of the oldest database: transactions since its last freeze; at 2^31 − 3 million the server
///     takes no more commands that need a transaction id (manual 18, section 24.1.5)
/// @param freezeMaxAge `autovacuum_freeze_max_age`
/// @param holder who keeps dead rows from being removed; null when nobody does
/// @param workers autovacuum workers that run, of at most `maxWorkers`
/// @param tables with most dead rows, most first
public record ServerVacuum(
        long transactionIdAge,
        long freezeMaxAge,
        @Nullable Holder holder,
        int workers,
        int maxWorkers,
        List<Table> tables) {
    public ServerVacuum {
        tables = List.copyOf(tables);
    }

    /// Whose snapshot is the oldest.
    ///
    /// @param kind `session`, `prepared transaction`, `replication slot` or `standby`
    /// @param age in transactions
    public record Holder(
            String kind, String name, long age, @Nullable Double seconds) {
        public String describe() {
            return "the oldest snapshot is %d transactions old and belongs to the %s %s%s"
                    .formatted(age, kind, name, seconds == null ? "" : ", open for %.0f s".formatted(seconds));
        }
    }

    /// A table by its statistics.
    ///
    /// @param modifiedSinceAnalyze rows changed since the planner's statistics were taken
    /// @param analyzed whether it ever was analyzed
    public record Table(String name, long live, long dead, long modifiedSinceAnalyze, boolean analyzed) {
        public String describe() {
            return "%s: %d dead rows, %d live ones, %d changed since the last ANALYZE%s"
                    .formatted(name, dead, live, modifiedSinceAnalyze, analyzed ? "" : " (there was none)");
        }
    }
}
