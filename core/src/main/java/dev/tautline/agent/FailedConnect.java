package dev.tautline.agent;

import dev.tautline.finding.Owner;

/// One attempt to open a connection that failed: where, at which step of the ladder, why, and who can mend it.
///
/// @param host `host:port`, or all hosts of the URL when the driver does not say which one it was
/// @param step `resolve`, `connect`, `tls`, `authenticate`, `session` or `query`
/// @param sqlState five characters, or empty when nobody gave one
/// @param message what the driver or server said, secrets masked
/// @param advice what to do next
public record FailedConnect(String host, String step, String sqlState, String message, Owner owner, String advice) {

    /// All of it in one sentence per question: what, where, whose, what to do.
    public String sentence() {
        String state = sqlState.isEmpty() ? "" : ", SQLSTATE " + sqlState;
        return "Cannot connect to %s: step '%s' failed%s: %s. Owner: %s. What to do: %s"
                .formatted(host, step, state, withoutFinalStop(message), owner, advice);
    }

    private static String withoutFinalStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
