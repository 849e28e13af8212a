package dev.tautline.probe;

import dev.tautline.probe.wire.ServerMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names what else answers at a PostgreSQL port, by its first bytes (one byte per character).
final class ForeignProtocol {
    /// TLS record types alert and handshake (RFC 8446, 5.1).
    private static final String TLS_RECORDS = "\u0015\u0016";

    private ForeignProtocol() {}

    /// Others whose first words are well known, and that have no diagnosis of their own: the cure is the same.
    private enum Others {
        REDIS("Redis", "-(?:ERR|DENIED|NOAUTH) "),
        RABBITMQ("RabbitMQ or another AMQP broker", "AMQP"),
        MAIL_OR_FTP("a mail or FTP server", "220[ -]|554 "),
        POP3("a POP3 server", "\\+OK "),
        IMAP("an IMAP server", "\\* OK "),
        MEMCACHED("memcached", "ERROR\r\n"),
        VNC("VNC", "RFB 0"),
        PROXY_PROTOCOL("somebody who speaks the PROXY protocol in the wrong direction", "PROXY |\r\n\r\n\0\r\nQUIT\n");

        private final String title;
        private final Pattern opening;

        Others(String title, String opening) {
            this.title = title;
            this.opening = Pattern.compile(opening);
        }
    }

    /// Empty, or words that follow on what was received.
    static String guess(String opening) {
        return Arrays.stream(Others.values())
                .filter(other -> other.opening.matcher(opening).lookingAt())
                .findFirst()
                .map(other -> " (as " + other.title + " would)")
                .orElse("");
    }

    /// A postmaster that cannot start a process sends `E`, a bare text and a zero, as in protocol version 2; so does
    /// whoever speaks no version 3.
    static Symptom error(String opening) {
        boolean text = opening.length() > 2 && opening.charAt(1) >= ' ' && opening.endsWith("\0");
        return text
                ? new Symptom.Refused(new ServerMessage(Map.of(
                        'S',
                        "FATAL",
                        'M',
                        opening.substring(1)
                                .replace("\0", "")
                                .replaceFirst("^FATAL: *", "")
                                .strip())))
                : new Symptom.Foreign(opening);
    }

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
