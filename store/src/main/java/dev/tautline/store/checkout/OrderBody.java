package dev.tautline.store.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tautline.store.cart.Cart;
import dev.tautline.store.language.Language;
import dev.tautline.store.order.Address;
import dev.tautline.store.payment.TestCard;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.web.ApiProblem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The body of `POST /api/v1/orders` as a client sends it, and the order it asks for once it is checked.
///
/// @param promo left out of the fingerprint where there is none: keys of an older shop must stay what they were
record OrderBody(
        @Nullable List<Wanted> lines,
        @Nullable Recipient address,
        @Nullable String shipping,
        @Nullable String card,
        @Nullable Long agreedTotalMinor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String promo) {

    record Wanted(@Nullable String sku, int quantity) {}

    record Recipient(
            @Nullable String email,
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {}

    /// Still without its promotion code, which has to be looked up.
    ///
    /// @throws ApiProblem 422 that says what is missing or wrong
    PlaceOrder.Request asRequest(UUID checkout, String key, String token) {
        var method = shipping == null ? null : Shipping.byName(shipping).orElse(null);
        var paidWith = card == null ? null : TestCard.byToken(card).orElse(null);
        if (address == null || method == null || paidWith == null || agreedTotalMinor == null) {
            throw invalid("address, shipping, card and agreedTotalMinor are needed, each as described.");
        }
        return new PlaceOrder.Request(
                checkout,
                key,
                token,
                cart(lines == null ? List.of() : lines),
                address(address),
                method,
                paidWith.token(),
                new Money(agreedTotalMinor),
                Language.current(),
                null);
    }

    private static Address address(Recipient typed) {
        var form = AddressForm.of(
                typed.email(),
                typed.name(),
                typed.line1(),
                typed.line2(),
                typed.postcode(),
                typed.city(),
                typed.country());
        var problems = form.problems();
        if (!problems.isEmpty()) {
            throw invalid("These parts of the address are missing or wrong: " + String.join(", ", problems.keySet()));
        }
        return form.address();
    }

    private static Cart cart(List<Wanted> lines) {
        var skus = lines.stream()
                .filter(Objects::nonNull)
                .map(Wanted::sku)
                .distinct()
                .count();
        if (lines.isEmpty() || lines.size() > Cart.MOST_LINES || skus != lines.size()) {
            throw invalid("lines holds 1 to %d articles, each once.".formatted(Cart.MOST_LINES));
        }
        return new Cart(lines.stream().map(OrderBody::line).toList());
    }

    private static Cart.Line line(Wanted wanted) {
        var sku = wanted.sku();
        if (sku == null || !Cart.SKU.matcher(sku).matches()) {
            throw invalid("A sku is 3 to 24 capital letters, digits and dashes.");
        }
        if (wanted.quantity() < 1 || wanted.quantity() > Cart.MOST_OF_ONE) {
            throw invalid("A quantity lies between 1 and %d.".formatted(Cart.MOST_OF_ONE));
        }
        return new Cart.Line(sku, wanted.quantity(), 0);
    }

    private static ApiProblem invalid(String detail) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", detail);
    }
}
