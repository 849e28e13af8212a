package dev.tautline.store.cart;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Cookies;
import dev.tautline.store.cookie.Signed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Carries the basket in the visitor's browser for thirty days.
@Component
public class CartCookie {
    private static final String NAME = "basket";
    private static final Duration AGE = Duration.ofDays(30);

    private final Signed signed;

    CartCookie(CookieKey key) {
        this.signed = new Signed(key, NAME);
    }

    /// The visitor's basket; empty when there is none or when its signature is not ours.
    public Cart read(HttpServletRequest request) {
        return Cookies.read(request, NAME)
                .flatMap(signed::verify)
                .flatMap(CartText::read)
                .orElse(Cart.EMPTY);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Cart cart) {
        Cookies.write(request, response, NAME, signed.sign(CartText.write(cart)), AGE);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.write(request, response, NAME, "", Duration.ZERO);
    }
}
