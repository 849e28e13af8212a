package dev.tautline.probe;

import java.util.Locale;

/// Names what else answers at a PostgreSQL port, by its first bytes (one byte per character).
final class ForeignProtocol {
    /// TLS record types alert and handshake (RFC 8446, 5.1).
    private static final String TLS_RECORDS = "\u0015\u0016";

    private ForeignProtocol() {}

    static FailureKind recognise(String opening) {
        if (opening.startsWith("HTTP/") || opening.toLowerCase(Locale.ROOT).startsWith("<!doctype html")) {
            return FailureKind.HTTP_AT_PORT;
        }
        if (opening.startsWith("SSH-")) {
            return FailureKind.SSH_AT_PORT;
        }
        if (mysqlGreeting(opening)) {
            return FailureKind.MYSQL_AT_PORT;
        }
        return opening.length() > 1 && TLS_RECORDS.indexOf(opening.charAt(0)) >= 0 && opening.charAt(1) == 3
                ? FailureKind.TLS_ONLY_AT_PORT
                : FailureKind.OTHER_PROTOCOL_AT_PORT;
    }

    /// Three bytes of length, sequence number 0, then protocol version 10 or an error packet (MySQL internals,
    /// connection phase).
    private static boolean mysqlGreeting(String opening) {
        return opening.length() > 4 && opening.charAt(3) == 0 && (opening.charAt(4) == 10 || opening.charAt(4) == 0xff);
    }
}
