package dev.tautline.store.staff;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Signed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Keys with which people set their password and second factor: signed, for a day, for one use. Nothing of them is
/// stored; the epoch in them makes each void with its use.
@Component
public class Invitations {
    private static final Duration AGE = Duration.ofDays(1);
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\|([0-9]{1,9})\\|([0-9]{1,12})");

    private final Signed signed;
    private final InstantSource clock;

    record Claim(UUID member, int epoch) {}

    public Invitations(CookieKey key, InstantSource clock) {
        this.signed = new Signed(key, "staff invitation");
        this.clock = clock;
    }

    /// The page below the shop's address that the invited one opens.
    public String pathFor(StaffMember member) {
        var end = clock.instant().plus(AGE).getEpochSecond();
        return "/admin/enrol?key=" + signed.sign(member.id() + "|" + member.epoch() + "|" + end);
    }

    Optional<Claim> read(String key) {
        return signed.verify(key).flatMap(text -> {
            var parts = TEXT.matcher(text);
            return parts.matches() && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))
                    ? Optional.of(new Claim(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        });
    }
}
