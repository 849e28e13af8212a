package dev.tautline.store.promo;

import dev.tautline.store.web.ApiV1;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a code takes off, for clients that add up a total to agree to.
@ApiV1
class PromoApi {
    private static final int MOST_A_MINUTE = 20;

    private final PromoCodes codes;
    private final RateLimit limit;

    PromoApi(PromoCodes codes, InstantSource clock) {
        this.codes = codes;
        this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    record Terms(String code, String kind, long value, long fromMinor) {}

    @GetMapping("/api/v1/promo-codes/{code}")
    Terms show(@PathVariable String code, HttpServletRequest request) {
        limit.take(request.getRemoteAddr());
        var promo = codes.holding(code).orElseThrow(() -> new NotFound("promo"));
        return new Terms(
                promo.code(), promo.kind().name(), promo.value(), promo.from().minor());
    }
}
