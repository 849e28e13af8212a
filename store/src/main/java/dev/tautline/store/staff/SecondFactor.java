package dev.tautline.store.staff;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Sealed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Secrets of authenticators and codes for the day on which the phone is gone: making, sealing and showing them.
@Component
class SecondFactor {
    private static final String ISSUER = "Chandlery";
    private static final int RECOVERY_CODES = 10;
    // 80 bits each: nobody guesses one, so a plain hash of it keeps it.
    private static final int RECOVERY_BYTES = 10;

    private final SecureRandom random;
    private final Sealed sealed;

    SecondFactor(CookieKey key, SecureRandom random) {
        this.random = random;
        this.sealed = new Sealed(key, "staff totp", random);
    }

    byte[] newSecret() {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /// Sealed for one person: the secret of another cannot be put in its place.
    String seal(StaffMember member, byte[] secret) {
        return sealed.seal(member.id() + "|" + Base64.getEncoder().encodeToString(secret));
    }

    Optional<byte[]> open(StaffMember member, String text) {
        var mark = member.id() + "|";
        return sealed.open(text)
                .filter(plain -> plain.startsWith(mark))
                .map(plain -> Base64.getDecoder().decode(plain.substring(mark.length())));
    }

    /// `ABCD EFGH …`, as people type it.
    static String printed(byte[] secret) {
        return Base32.encode(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// What authenticators take: the key URI format, of which all know `secret` and `issuer`.
    static String uri(StaffMember member, byte[] secret) {
        var label = ISSUER + ":" + member.email();
        return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(escaped(label), Base32.encode(secret), ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
    }

    List<String> newRecoveryCodes() {
        return Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
