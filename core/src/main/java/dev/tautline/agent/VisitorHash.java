package dev.tautline.agent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Turns what identifies a visitor (a cookie, an address) into a number that does not: the first 64 bits of SHA-256.
/// Not salted, so that one visitor has one hash on every instance. It stays in this process.
public final class VisitorHash {
    private VisitorHash() {}

    public static long of(String identity) {
        byte[] digest = sha256().digest(("tautline-visitor\0" + identity).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 (MessageDigest, Java 25)", e);
        }
    }
}
