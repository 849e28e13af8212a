package dev.tautline.store.cart;

import dev.tautline.store.catalog.Catalogue;
import dev.tautline.store.promo.PromoCookie;
import dev.tautline.store.web.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page of the basket, with what is wrong with the code that was typed, if anything is.
@Component
class BasketPage {
    private final CartCookie carts;
    private final PromoCookie promos;
    private final Catalogue catalogue;

    BasketPage(CartCookie carts, PromoCookie promos, Catalogue catalogue) {
        this.carts = carts;
        this.promos = promos;
        this.catalogue = catalogue;
    }

    ModelAndView show(HttpServletRequest request) {
        return show(request, "", Map.of());
    }

    /// @param typed the code as it was typed
    ModelAndView show(HttpServletRequest request, String typed, Map<String, FieldProblem> problems) {
        var cart = PricedCart.of(carts.read(request), catalogue);
        var promo = promos.read(request);
        return new ModelAndView("cart")
                .addObject("cart", cart)
                .addObject("promo", promo)
                .addObject("off", promo == null ? null : promo.off(cart.goods()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
