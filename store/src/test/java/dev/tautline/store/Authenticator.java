package dev.tautline.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A phone with an authenticator: written after RFC 6238 and not after the shop's own code.
final class Authenticator {
    private final byte[] secret;

    /// @param printed in base 32, with blanks
    Authenticator(String printed) {
        var bits = new StringBuilder();
        for (var letter : printed.replace(" ", "").toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        secret = new byte[bits.length() / 8];
        for (var index = 0; index < secret.length; index++) {
            secret[index] = (byte) Integer.parseInt(bits.substring(8 * index, 8 * index + 8), 2);
        }
    }

    String now() {
        return at(Instant.now());
    }

    /// What it will show after this code; a clock that is half a minute fast shows it already.
    String next() {
        return at(Instant.now().plusSeconds(30));
    }

    private String at(Instant time) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
