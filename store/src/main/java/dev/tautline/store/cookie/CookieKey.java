package dev.tautline.store.cookie;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The shop's secret, from which a separate key is derived for each use, and those it had before: what they made is
/// still read, so that a secret can be changed without emptying a basket or losing an order that waits. Never
/// printed.
public final class CookieKey {
    static final int SHORTEST_SECRET = 32;

    private static final int TOKEN_BYTES = 24;

    private final List<SecretKey> secrets;

    /// @param secret at least 32 characters; it makes everything new
    /// @param former secrets that were used before, any number
    public CookieKey(String secret, String... former) {
        this.secrets = Stream.concat(Stream.of(secret), Stream.of(former))
                .peek(CookieKey::requireLongEnough)
                .<SecretKey>map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .toList();
    }

    /// Fails with a message for the operator, which does not hold the secret.
    public static void requireLongEnough(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "chandlery.cookie-key has %d characters, it needs at least %d; `openssl rand -base64 48` makes one"
                            .formatted(secret.length(), SHORTEST_SECRET));
        }
    }

    /// 192 bits as text, the same for the same words, which nobody without the secret can tell.
    public String token(String use, String words) {
        var bytes = Arrays.copyOf(mac("token " + use, words.getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] mac(String use, byte[] message) {
        return mac(secrets.getFirst(), use, message);
    }

    /// By each secret, the present one first.
    Stream<byte[]> macs(String use, byte[] message) {
        return secrets.stream().map(secret -> mac(secret, use, message));
    }

    private static byte[] mac(SecretKey secret, String use, byte[] message) {
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
        return decryptionKeys(use).findFirst().orElseThrow();
    }

    Stream<SecretKey> decryptionKeys(String use) {
        return macs("encrypt " + use, new byte[0]).map(bytes -> new SecretKeySpec(Arrays.copyOf(bytes, 32), "AES"));
    }

    @Override
    public String toString() {
        return "CookieKey[hidden]";
    }
}
