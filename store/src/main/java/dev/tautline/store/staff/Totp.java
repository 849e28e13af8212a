package dev.tautline.store.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords: RFC 6238 on top of RFC 4226, with what every authenticator takes for granted: SHA-1,
/// six digits, thirty seconds. Pure.
final class Totp {
    /// Bytes; RFC 4226, section 4, R6 recommends 160 bits.
    static final int SECRET_BYTES = 20;

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    // Clocks of phones differ, and typing takes time: RFC 6238, section 5.2 allows one step back; one forward is for
    // phones that are fast.
    private static final int STEPS_AROUND = 1;
    private static final Pattern CODE = Pattern.compile("[0-9]{" + DIGITS + "}");

    /// The hash inside; RFC 6238 knows three, of which authenticators know the first.
    enum Hash {
        SHA1("HmacSHA1"),
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512");

        private final String mac;

        Hash(String mac) {
            this.mac = mac;
        }
    }

    private Totp() {}

    static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(Hash.SHA1, secret, step, DIGITS);
    }

    /// RFC 4226, section 5.3: the last four bits of the hash say where 31 bits are taken from.
    static String code(Hash hash, byte[] secret, long step, int digits) {
        var mac =
                mac(hash, secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = mac[mac.length - 1] & 0xf;
        var number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        var text = Long.toString(number % Math.round(Math.pow(10, digits)));
        return "0".repeat(digits - text.length()) + text;
    }

    /// The time step that the code belongs to, when it is one of those around now. The caller must refuse steps that
    /// were used before.
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        var found = OptionalLong.empty();
        if (!CODE.matcher(code).matches()) {
            return found;
        }
        var typed = code.getBytes(StandardCharsets.US_ASCII);
        for (var step = stepAt(now) - STEPS_AROUND; step <= stepAt(now) + STEPS_AROUND; step++) {
            // All are compared, whatever was found: the time tells nothing.
            if (MessageDigest.isEqual(typed, code(secret, step).getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] mac(Hash hash, byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(hash.mac);
            mac.init(new SecretKeySpec(secret, hash.mac));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + hash.mac, impossible);
        }
    }
}
