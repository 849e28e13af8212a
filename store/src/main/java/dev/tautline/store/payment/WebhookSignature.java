package dev.tautline.store.payment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Proves that a notification comes from the provider and is new: HMAC-SHA256 over the time of sending and the body. An
/// old notification that somebody recorded is refused by its time. Never printed.
public final class WebhookSignature {
    public static final String TIME_HEADER = "Payment-Timestamp";
    public static final String SIGNATURE_HEADER = "Payment-Signature";
    // Clocks differ by seconds; a retry is signed anew.
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /// @param secret shared with the provider; not empty
    public WebhookSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /// The value of the signature's header.
    ///
    /// @param seconds since 1970, the value of the time's header
    public String sign(long seconds, byte[] body) {
        return HexFormat.of().formatHex(mac(seconds, body));
    }

    public boolean verify(@Nullable String seconds, @Nullable String signature, byte[] body, Instant now) {
        if (seconds == null
                || signature == null
                || !seconds.matches("[0-9]{1,12}")
                || !signature.matches("[0-9a-f]{64}")) {
            return false;
        }
        var at = Long.parseLong(seconds);
        var fresh = Duration.between(Instant.ofEpochSecond(at), now).abs().compareTo(WINDOW) <= 0;
        return MessageDigest.isEqual(HexFormat.of().parseHex(signature), mac(at, body)) && fresh;
    }

    private byte[] mac(long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array());
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[hidden]";
    }
}
