package dev.tautline.store.cookie;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
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
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole =
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES/GCM", impossible);
        }
    }

    /// The text, or nothing when the value was not sealed with this key for this use.
    public Optional<String> open(String value) {
        try {
            var whole = Base64.getUrlDecoder().decode(value);
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.encryptionKey(use), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
