package dev.tautline.store.cookie;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Text that only the shop can read or write (AES-256-GCM). For what a visitor's own disk should not show, such as an
/// address. Thread-safe.
public final class Sealed {
    // NIST SP 800-38D: a 96-bit random nonce and a 128-bit tag.
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final CookieKey key;
    private final String use;
    private final SecureRandom random;

    public Sealed(CookieKey key, String use, SecureRandom random) {
        this.key = key;
        this.use = use;
        this.random = random;
    }

    public String seal(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] sealBytes(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.encryptionKey(use), nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES/GCM", impossible);
        }
    }

    /// The text, or nothing when the value was not sealed with one of our keys for this use.
    public Optional<String> open(String value) {
        try {
            return openBytes(Base64.getUrlDecoder().decode(value))
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// What was sealed, or nothing when that was not done with one of our keys for this use.
    public Optional<byte[]> openBytes(byte[] whole) {
        return whole.length <= NONCE_BYTES
                ? Optional.empty()
                : key.decryptionKeys(use).flatMap(known -> open(known, whole)).findFirst();
    }

    private static Stream<byte[]> open(SecretKey known, byte[] whole) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, known, Arrays.copyOf(whole, NONCE_BYTES));
            return Stream.of(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException foreign) {
            return Stream.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
