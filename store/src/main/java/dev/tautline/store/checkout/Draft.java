package dev.tautline.store.checkout;

import dev.tautline.store.order.Address;
import dev.tautline.store.pricing.Shipping;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A checkout that is under way. Its id ends up in `orders.checkout_id`, which is unique: whatever is sent twice, one
/// draft becomes one order.
record Draft(
        UUID checkoutId,
        @Nullable Address address,
        @Nullable Shipping shipping) {

    Draft with(Address newAddress) {
        return new Draft(checkoutId, newAddress, shipping);
    }

    Draft with(Shipping newShipping) {
        return new Draft(checkoutId, address, newShipping);
    }
}
