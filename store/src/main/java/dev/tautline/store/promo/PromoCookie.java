package dev.tautline.store.promo;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Cookies;
import dev.tautline.store.cookie.Signed;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries the visitor's code with its terms, as the basket carries its lines: sums need no database, and whoever
/// entered a code keeps it through an outage. Signed, so that nobody makes a better one.
@Component
public class PromoCookie {
    private static final String NAME = "promo";
    private static final Duration AGE = Duration.ofDays(30);
    /// `1|CODE:KIND:value:from`; the leading number is the version of the format.
    private static final Pattern TEXT =
            Pattern.compile("1\\|([A-Z0-9-]{3,24}):(PERCENT|AMOUNT):([0-9]{1,12}):([0-9]{1,12})");

    private final Signed signed;

    PromoCookie(CookieKey key) {
        this.signed = new Signed(key, NAME);
    }

    /// Nothing when there is none, when it is not ours, or of another version.
    public @Nullable Promo read(HttpServletRequest request) {
        return Cookies.read(request, NAME)
                .flatMap(signed::verify)
                .flatMap(PromoCookie::parse)
                .orElse(null);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Promo promo) {
        var text = "1|%s:%s:%d:%d"
                .formatted(
                        promo.code(), promo.kind(), promo.value(), promo.from().minor());
        Cookies.write(request, response, NAME, signed.sign(text), AGE);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.write(request, response, NAME, "", Duration.ZERO);
    }

    private static Optional<Promo> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Promo(
                        parts.group(1),
                        Promo.Kind.valueOf(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        new Money(Long.parseLong(parts.group(4)))))
                : Optional.empty();
    }
}
