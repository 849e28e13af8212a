package dev.tautline.lab.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/// Text as in RFC 7468.
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String of(String label, byte[] der) {
        var body = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
    }
}
