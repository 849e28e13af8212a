package dev.tautline.probe.evidence;

/// How a standby follows its primary.
///
/// @param behindBytes WAL that has been received and not yet replayed
/// @param paused replay waits for `pg_wal_replay_resume()`
/// @param receiving a WAL receiver runs; without one, WAL can come from an archive only
public record Replay(long behindBytes, boolean paused, boolean receiving) {
    String words() {
        return (paused ? ", replay PAUSED" : "")
                + (behindBytes == 0 ? "" : ", " + behindBytes + " bytes to replay")
                + (receiving ? "" : ", no WAL receiver");
    }
}
