package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A POST of JSON, signed so that the receiver knows who it is from and when it was sent: HMAC-SHA256 over the
/// timestamp, a dot and the body.
///
/// @param url a secret, for many services take whoever knows it for the sender
/// @param signingKey null to send without a signature
public record Webhook(HttpPost post, Secret url, @Nullable Secret signingKey, Clock clock) implements Channel {
    @Override
    public Receipt deliver(Notice notice) {
        var body = HttpPost.json(notice);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", notice.key());
        if (signingKey != null) {
            var time = Long.toString(clock.instant().getEpochSecond());
            headers.put("X-Tautline-Timestamp", time);
            headers.put("X-Tautline-Signature", "sha256=" + sign(signingKey, time + "." + body));
        }
        return post.send(URI.create(url.reveal()), headers, body);
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }

    private static String sign(Secret key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            // Every Java platform has HmacSHA256 (javax.crypto.Mac).
            throw new IllegalStateException(e);
        }
    }
}
