package dev.tautline.store.customer;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Signed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The keys in mails about accounts: signed, for one purpose, for an hour or a day. Nothing of them is stored; the
/// epoch in
/// them makes each void with the next password.
@Component
class AccountLinks {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\|([0-9]{1,9})\\|([0-9]{1,12})");

    private final CookieKey key;
    private final InstantSource clock;

    enum Purpose {
        VERIFY(Duration.ofDays(1)),
        RESET(Duration.ofHours(1));

        private final Duration age;

        Purpose(Duration age) {
            this.age = age;
        }
    }

    record Claim(UUID customer, int epoch) {}

    AccountLinks(CookieKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    String make(Purpose purpose, Customer customer) {
        var end = clock.instant().plus(purpose.age).getEpochSecond();
        return signed(purpose).sign(customer.id() + "|" + customer.epoch() + "|" + end);
    }

    Optional<Claim> read(Purpose purpose, String token) {
        return signed(purpose).verify(token).flatMap(text -> {
            var parts = TEXT.matcher(text);
            return parts.matches() && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))
                    ? Optional.of(new Claim(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        });
    }

    private Signed signed(Purpose purpose) {
        return new Signed(key, "account " + purpose);
    }
}
