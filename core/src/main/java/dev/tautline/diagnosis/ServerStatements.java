package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// Execution times as `pg_stat_statements` counts them, with what is still being executed.
///
/// @param mean execution time per statement
/// @param perSecond statements that ended
/// @param excessPerSecond execution time per second beyond what the same calls usually take, in milliseconds
/// @param top the statement with most of that excess; null when there is none
public record ServerStatements(
        @Nullable Reading mean,
        @Nullable Reading perSecond,
        double excessPerSecond,
        @Nullable Top top) {

    /// One statement, its literals masked.
    ///
    /// @param shareOfExcess its part of the excess of all statements, 0 to 1
    /// @param blocksPerCall blocks of tables and indexes that one call touches, found in memory or not
    /// @param readShare the part of these blocks that had to be read, 0 to 1
    /// @param inFlight how often it is being executed at this moment
    /// @param ofOthers how many of these are by sessions that are not ours
    /// @param oldestSeconds for how long the longest of these has been running
    public record Top(
            long queryId,
            String text,
            double shareOfExcess,
            Reading mean,
            double callsPerSecond,
            @Nullable Reading rowsPerCall,
            @Nullable Reading blocksPerCall,
            double readShare,
            int inFlight,
            int ofOthers,
            double oldestSeconds) {
        /// Nobody of ours executes it at this moment, and somebody else does.
        public boolean isOthers() {
            return ofOthers > 0 && ofOthers == inFlight;
        }

        public String describe() {
            return "%.0f %% of the excess is one statement (%s, %.1f calls/s, %d in flight, the oldest for %.1f s): %s"
                    .formatted(100 * shareOfExcess, mean, callsPerSecond, inFlight, oldestSeconds, text);
        }
    }
}
