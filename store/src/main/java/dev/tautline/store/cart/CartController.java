package dev.tautline.store.cart;

import dev.tautline.store.catalog.Catalogue;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CartController {
    private final CartCookie cookie;
    private final Catalogue catalogue;
    private final CartObserver observer;
    private final BasketPage page;

    CartController(CartCookie cookie, Catalogue catalogue, CartObserver observer, BasketPage page) {
        this.observer = observer;
        this.page = page;
        this.cookie = cookie;
        this.catalogue = catalogue;
    }

    @GetMapping("/cart")
    ModelAndView show(HttpServletRequest request) {
        return page.show(request);
    }

    @PostMapping("/cart/lines")
    ResponseEntity<Void> add(
            @RequestParam String sku,
            @RequestParam(defaultValue = "1") int quantity,
            HttpServletRequest request,
            HttpServletResponse response) {
        checkQuantity(quantity, 1);
        var cart = cookie.read(request);
        if (cart.isFullFor(sku)) {
            throw new BadInput("input.basket", Cart.MOST_LINES);
        }
        keep(cart.add(sku, quantity, currentPrice(sku)), request, response);
        return SeeOther.to("/cart");
    }

    /// Changes how many are wanted; `quantity=0` takes the line out.
    @PostMapping("/cart/lines/{sku}")
    ResponseEntity<Void> change(
            @PathVariable String sku,
            @RequestParam int quantity,
            HttpServletRequest request,
            HttpServletResponse response) {
        checkQuantity(quantity, 0);
        var price = quantity == 0 ? 0 : currentPrice(sku);
        keep(cookie.read(request).with(sku, quantity, price), request, response);
        return SeeOther.to("/cart");
    }

    private void keep(Cart cart, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(request, response, cart);
        observer.changed(request, cart);
    }

    private long currentPrice(String sku) {
        if (!Cart.SKU.matcher(sku).matches()) {
            throw new NotFound("article");
        }
        return catalogue.articles(List.of(sku)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("article"))
                .price()
                .minor();
    }

    private static void checkQuantity(int quantity, int least) {
        if (quantity < least || quantity > Cart.MOST_OF_ONE) {
            throw new BadInput("input.quantity", least, Cart.MOST_OF_ONE);
        }
    }
}
