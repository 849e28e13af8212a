package dev.tautline.watch.server.log;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The head of one entry of the log; what its format does not tell is empty.
///
/// @param severity in the language of `lc_messages`
/// @param state its SQLSTATE
/// @param address of the client, `[local]` for a socket of the server's machine
public record LogEntry(String severity, String state, String message, String role, String database, String address) {
    /// What stands in the log before the client has said who it is.
    private static final String UNKNOWN = "[unknown]";

    private static final Set<String> ENGLISH =
            Set.of("DEBUG", "LOG", "INFO", "NOTICE", "WARNING", "ERROR", "FATAL", "PANIC");

    /// Whether its severity and its words can be read.
    boolean isEnglish() {
        return ENGLISH.contains(severity);
    }

    /// @param bytes one character for each byte
    static String text(String bytes) {
        var text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.equals(UNKNOWN) ? "" : text;
    }
}
