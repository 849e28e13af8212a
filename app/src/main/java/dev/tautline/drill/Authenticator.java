package dev.tautline.drill;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A phone that makes codes of a key, as RFC 6238 has it: HMAC-SHA-1, six digits, 30 seconds.
final class Authenticator {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private Authenticator() {}

    /// @param printed the key in base 32, with blanks
    static String code(String printed, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(printed), "HmacSHA1"));
            var step = ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / STEP_SECONDS);
            var hash = mac.doFinal(step.array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA1", impossible);
        }
    }

    private static byte[] bytes(String printed) {
        var letters = printed.replace(" ", "");
        var bytes = new byte[letters.length() * 5 / 8];
        var bits = 0;
        var count = 0;
        var index = 0;
        for (var place = 0; place < letters.length(); place++) {
            bits = bits << 5 | BASE_32.indexOf(letters.charAt(place));
            count += 5;
            if (count >= 8 && index < bytes.length) {
                count -= 8;
                bytes[index++] = (byte) (bits >> count);
                bits &= (1 << count) - 1;
            }
        }
        return bytes;
    }
}
