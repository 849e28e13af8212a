package dev.tautline.store.order;

import dev.tautline.store.language.Language;
import dev.tautline.store.payment.PaymentState;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as it was placed, with the state of its payment.
///
/// @param promo the code that took something off, if one did
public record Order(
        UUID id,
        long number,
        String token,
        OrderState state,
        @Nullable EndReason endReason,
        Address address,
        Shipping shipping,
        Totals totals,
        Instant placedAt,
        PaymentState payment,
        List<Line> lines,
        Language language,
        @Nullable Instant shippedAt,
        String tracking,
        Money refunded,
        @Nullable String promo) {

    public record Line(String sku, String title, int quantity, Money price) {
        public Money sum() {
            return price.times(quantity);
        }
    }

    public String name() {
        return "CH-" + number;
    }

    public boolean confirmed() {
        return state == OrderState.CONFIRMED;
    }

    public boolean shipped() {
        return shippedAt != null;
    }

    public boolean takenBack() {
        return endReason == EndReason.BY_SHOP;
    }

    public boolean cancelled() {
        return state == OrderState.CANCELLED;
    }

    public boolean rejected() {
        return state == OrderState.REJECTED;
    }

    public boolean pending() {
        return state == OrderState.PENDING_PAYMENT;
    }
}
