package dev.tautline.store.cookie;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/// Text that anybody may read and nobody but the shop can write: `base64url(text).base64url(HMAC-SHA256)`. Thread-safe.
public final class Signed {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final CookieKey key;
    private final String use;

    /// @param use keeps a cookie of one kind from being passed off as another
    public Signed(CookieKey key, String use) {
        this.key = key;
        this.use = use;
    }

    public String sign(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(key.mac(use, bytes));
    }

    /// The text, or nothing when the value was not signed with this key for this use.
    public Optional<String> verify(String value) {
        var dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var bytes = DECODER.decode(value.substring(0, dot));
            var signature = DECODER.decode(value.substring(dot + 1));
            return key.macs(use, bytes).anyMatch(known -> MessageDigest.isEqual(signature, known))
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
