package dev.tautline.store.intake;

import dev.tautline.store.language.Language;
import dev.tautline.store.order.Address;
import dev.tautline.store.order.Order;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as the customer agreed to it. The prices are the shop's own quote: they were taken from its catalogue,
/// never from the form, and the record that holds them is sealed.
///
/// @param token the key to the order's page, the same before and after it is placed
/// @param at when it was received, by this machine's clock
/// @param language nothing in records that an older shop wrote
/// @param promo what takes something off `totals`, if anything does
public record ReceivedOrder(
        UUID checkoutId,
        String token,
        Address address,
        Shipping shipping,
        List<Order.Line> lines,
        Totals totals,
        String cardToken,
        Instant at,
        @Nullable Language language,
        @Nullable Promo promo) {
    public ReceivedOrder {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "ReceivedOrder[" + checkoutId + "]";
    }
}
