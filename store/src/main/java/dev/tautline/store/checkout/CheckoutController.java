package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.cart.CartCookie;
import dev.tautline.store.cart.PricedCart;
import dev.tautline.store.catalog.Catalogue;
import dev.tautline.store.payment.TestCard;
import dev.tautline.store.pricing.Country;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import dev.tautline.store.promo.PromoCookie;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The steps before placing an order: address, shipping, review. Plain forms, each answered with 303.
@Controller
class CheckoutController {
    private final CartCookie carts;
    private final DraftCookie drafts;
    private final PromoCookie promos;
    private final Catalogue catalogue;
    private final AddressBook addresses;

    CheckoutController(
            CartCookie carts, DraftCookie drafts, PromoCookie promos, Catalogue catalogue, AddressBook addresses) {
        this.addresses = addresses;
        this.carts = carts;
        this.drafts = drafts;
        this.promos = promos;
        this.catalogue = catalogue;
    }

    @GetMapping("/checkout")
    Object address(HttpServletRequest request, HttpServletResponse response) {
        if (carts.read(request).isEmpty()) {
            return SeeOther.to("/cart");
        }
        var draft = drafts.read(request).orElseGet(() -> new Draft(UUID.randomUUID(), null, null));
        drafts.write(request, response, draft);
        var known = Optional.ofNullable(draft.address()).or(() -> addresses.known(request));
        return addressPage(known.map(AddressForm::of).orElse(AddressForm.BLANK), Map.of());
    }

    @PostMapping("/checkout")
    Object takeAddress(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String line1,
            @RequestParam(required = false) @Nullable String line2,
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String country,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = AddressForm.of(email, name, line1, line2, postcode, city, country);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            var page = addressPage(form, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var draft = drafts.read(request).orElseGet(() -> new Draft(UUID.randomUUID(), null, null));
        drafts.write(request, response, draft.with(form.address()));
        addresses.remember(request, form.address());
        return SeeOther.to("/checkout/shipping");
    }

    @GetMapping("/checkout/shipping")
    Object shipping(HttpServletRequest request) {
        var draft = drafts.read(request).filter(known -> known.address() != null);
        if (draft.isEmpty()) {
            return SeeOther.to("/checkout");
        }
        var cart = PricedCart.of(carts.read(request), catalogue);
        return new ModelAndView("checkout-shipping")
                .addObject("draft", draft.get())
                .addObject("goods", cart.goods())
                .addObject("methods", Shipping.values());
    }

    @PostMapping("/checkout/shipping")
    Object takeShipping(@RequestParam String method, HttpServletRequest request, HttpServletResponse response) {
        var shipping = Shipping.byName(method).orElseThrow(() -> new BadInput("input.delivery"));
        var draft = drafts.read(request);
        if (draft.isEmpty()) {
            return SeeOther.to("/checkout");
        }
        drafts.write(request, response, draft.get().with(shipping));
        return SeeOther.to("/checkout/review");
    }

    @GetMapping("/checkout/review")
    Object review(@RequestParam(required = false) @Nullable String notice, HttpServletRequest request) {
        var cart = carts.read(request);
        if (cart.isEmpty()) {
            return SeeOther.to("/cart");
        }
        var draft = drafts.read(request);
        if (draft.isEmpty()) {
            return SeeOther.to("/checkout");
        }
        return reviewPage(draft.get(), cart, promos.read(request), notice);
    }

    /// @param notice why the visitor is back here, `changed` or `promo`
    private Object reviewPage(Draft draft, Cart cart, @Nullable Promo promo, @Nullable String notice) {
        var address = draft.address();
        var shipping = draft.shipping();
        if (address == null) {
            return SeeOther.to("/checkout");
        }
        if (shipping == null) {
            return SeeOther.to("/checkout/shipping");
        }
        var priced = PricedCart.of(cart, catalogue);
        if (!priced.sellable() || priced.lines().size() != cart.lines().size()) {
            return SeeOther.to("/cart");
        }
        return new ModelAndView("checkout-review")
                .addObject("draft", draft)
                .addObject("cart", priced)
                .addObject("totals", Totals.of(priced.priced(), shipping, address.country(), promo))
                .addObject("promo", promo)
                .addObject("cards", TestCard.values())
                .addObject("changed", "changed".equals(notice))
                .addObject("promoGone", "promo".equals(notice));
    }

    private static ModelAndView addressPage(AddressForm form, Map<String, FieldProblem> problems) {
        return new ModelAndView("checkout-address")
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("countries", Country.values());
    }
}
