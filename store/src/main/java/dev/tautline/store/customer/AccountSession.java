package dev.tautline.store.customer;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Cookies;
import dev.tautline.store.cookie.Sealed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Who is signed in, by a sealed cookie that ends by itself. It names an account and its epoch; pages that show
/// anything of
/// the account compare both with the database.
@Component
class AccountSession {
    private static final String NAME = "account";
    private static final Duration AGE = Duration.ofHours(12);
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\|([0-9]{1,9})\\|([0-9]{1,12})");

    private final Sealed sealed;
    private final InstantSource clock;

    record Signed(UUID customer, int epoch) {}

    AccountSession(CookieKey key, SecureRandom random, InstantSource clock) {
        this.sealed = new Sealed(key, NAME, random);
        this.clock = clock;
    }

    Optional<Signed> read(HttpServletRequest request) {
        return Cookies.read(request, NAME).flatMap(sealed::open).flatMap(text -> {
            var parts = TEXT.matcher(text);
            return parts.matches() && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))
                    ? Optional.of(new Signed(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        });
    }

    void write(HttpServletRequest request, HttpServletResponse response, Customer customer) {
        var end = clock.instant().plus(AGE).getEpochSecond();
        var text = customer.id() + "|" + customer.epoch() + "|" + end;
        Cookies.write(request, response, NAME, sealed.seal(text), AGE);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.write(request, response, NAME, "", Duration.ZERO);
    }
}
