package dev.tautline.store.cookie;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The shop's secret, from which a separate key is derived for each use. Never printed.
public final class CookieKey {
    static final int SHORTEST_SECRET = 32;

    private final SecretKey secret;

    /// @param secret at least 32 characters
    public CookieKey(String secret) {
        requireLongEnough(secret);
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /// Fails with a message for the operator, which does not hold the secret.
    public static void requireLongEnough(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "chandlery.cookie-key has %d characters, it needs at least %d; `openssl rand -base64 48` makes one"
                            .formatted(secret.length(), SHORTEST_SECRET));
        }
    }

    byte[] mac(String use, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    SecretKey encryptionKey(String use) {
        return new SecretKeySpec(Arrays.copyOf(mac("encrypt " + use, new byte[0]), 32), "AES");
    }

    @Override
    public String toString() {
        return "CookieKey[hidden]";
    }
}
