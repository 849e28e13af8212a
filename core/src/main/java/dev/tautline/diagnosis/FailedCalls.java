package dev.tautline.diagnosis;

import java.util.List;
import java.util.Map;

/// Which failed calls speak of the connection or the server, and not of what the application asked for. By class of
/// SQLSTATE (PostgreSQL manual 18, appendix A).
final class FailedCalls {
    /// Connection exception, prepared plan outdated, sequence at its end, read-only transaction, prepared
    /// statement missing or twice there, transaction or session time limits, privilege missing, resources,
    /// operator intervention other than a cancelled statement, system error, internal error.
    private static final List<String> NOT_OF_THE_APPLICATION = List.of(
            "08", "0A000", "2200H", "25006", "25P03", "25P04", "26000", "42501", "42P05", "53", "57P", "58", "XX");

    private FailedCalls() {}

    static int notOfTheApplication(Map<String, Integer> failed) {
        return failed.entrySet().stream()
                .filter(entry -> NOT_OF_THE_APPLICATION.stream().anyMatch(entry.getKey()::startsWith))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
