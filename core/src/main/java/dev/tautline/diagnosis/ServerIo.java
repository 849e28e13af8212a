package dev.tautline.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server's processes did with the files of tables and indexes within the last seconds (`pg_stat_io`, PostgreSQL
/// 16 and later), by the kind of process.
///
/// @param checkpointer with the background writer
public record ServerIo(double windowSeconds, By clients, By checkpointer, By autovacuum) {
    /// Of one kind of process. An operation is a block before PostgreSQL 18, and since then one or several next to each
    /// other.
    ///
    /// @param fsyncs a session syncs a file itself only when the checkpointer's queue is full
    /// @param readMillis time per read; null without `track_io_timing`, or when hardly anything was read
    /// @param writeMillis time per write, likewise
    /// @param fsyncMillis time per sync, likewise
    public record By(
            Reading reads,
            Reading writes,
            Reading extensions,
            Reading fsyncs,
            @Nullable Reading readMillis,
            @Nullable Reading writeMillis,
            @Nullable Reading fsyncMillis) {
        /// What was done at all, in words, with the time that it took.
        public List<String> told() {
            return Stream.concat(
                            Stream.of(reads, writes, extensions, fsyncs).filter(rate -> rate.now() > 0),
                            Stream.of(readMillis, writeMillis, fsyncMillis).filter(Objects::nonNull))
                    .map(Reading::toString)
                    .toList();
        }
    }
}
