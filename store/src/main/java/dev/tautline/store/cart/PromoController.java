package dev.tautline.store.cart;

import dev.tautline.store.database.Unavailable;
import dev.tautline.store.promo.PromoCodes;
import dev.tautline.store.promo.PromoCookie;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The basket's form for a promotion code. A code that does not hold is told with its reason, and the one that was
/// there before stays.
@Controller
class PromoController {
    // Whoever has a code types it once or twice; guessing takes more.
    private static final int MOST_A_MINUTE = 20;
    private static final int LONGEST_SHOWN = 40;

    private final PromoCodes codes;
    private final PromoCookie cookie;
    private final BasketPage page;
    private final Degradation degradation;
    private final RateLimit limit;

    PromoController(
            PromoCodes codes, PromoCookie cookie, BasketPage page, Degradation degradation, InstantSource clock) {
        this.codes = codes;
        this.cookie = cookie;
        this.page = page;
        this.degradation = degradation;
        this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @PostMapping("/cart/promo")
    Object enter(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        if (code.isBlank()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, request, code, "promo.missing");
        }
        limit.take(request.getRemoteAddr());
        try {
            return switch (codes.find(code)) {
                case PromoCodes.Found.Holds(var promo) -> {
                    cookie.write(request, response, promo);
                    yield SeeOther.to("/cart");
                }
                case PromoCodes.Found.Unknown ignored ->
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, request, code, "promo.unknown");
                case PromoCodes.Found.Ended ignored ->
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, request, code, "promo.ended");
                case PromoCodes.Found.UsedUp ignored ->
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, request, code, "promo.used-up");
            };
        } catch (DataAccessException away) {
            if (!Unavailable.is(away)) {
                throw away;
            }
            degradation.mark(response, "promo", "refused");
            return refused(HttpStatus.SERVICE_UNAVAILABLE, request, code, "promo.away");
        }
    }

    /// Where the address of a refused form leads: a reload, or the other language.
    @GetMapping("/cart/promo")
    ResponseEntity<Void> back() {
        return SeeOther.to("/cart");
    }

    @PostMapping("/cart/promo/remove")
    ResponseEntity<Void> remove(HttpServletRequest request, HttpServletResponse response) {
        cookie.clear(request, response);
        return SeeOther.to("/cart");
    }

    private ModelAndView refused(HttpStatus status, HttpServletRequest request, String typed, String why) {
        var shown = typed.strip();
        var refused = page.show(
                request,
                shown.substring(0, Math.min(LONGEST_SHOWN, shown.length())),
                Map.of("code", new FieldProblem(why)));
        refused.setStatus(status);
        return refused;
    }
}
