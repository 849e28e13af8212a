package dev.tautline.store.cart;

import dev.tautline.store.web.PageFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/// Gives every page the number of pieces in the basket.
@Component
class BasketFilter extends PageFilter {
    private final CartCookie cookie;

    BasketFilter(CartCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute("basketPieces", cookie.read(request).pieces());
    }
}
