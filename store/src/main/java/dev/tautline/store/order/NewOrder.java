package dev.tautline.store.order;

import dev.tautline.store.language.Language;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What has to be known to write an order down.
///
/// @param promo what takes something off `totals`; nothing when nothing does
public record NewOrder(
        UUID id,
        UUID checkoutId,
        String idempotencyKey,
        String token,
        Address address,
        Shipping shipping,
        Totals totals,
        List<Order.Line> lines,
        Language language,
        @Nullable Promo promo) {}
