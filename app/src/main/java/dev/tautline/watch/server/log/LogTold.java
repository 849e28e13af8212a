package dev.tautline.watch.server.log;

import java.util.Map;

/// What a log told lately.
///
/// @param seconds the time in which they were counted, 0 at the first look
/// @param refused log-ins
/// @param failed statements of others than the guard
public record LogTold(double seconds, Map<RefusedLogin, Integer> refused, Map<FailedStatement, Integer> failed) {
    public LogTold {
        refused = Map.copyOf(refused);
        failed = Map.copyOf(failed);
    }
}
