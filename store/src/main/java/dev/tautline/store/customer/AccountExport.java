package dev.tautline.store.customer;

import dev.tautline.store.order.Address;
import dev.tautline.store.order.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as a file. Names are kept from version to version; no key to a page and no password is in it.
record AccountExport(
        String email,
        String name,
        String language,
        Instant since,
        @Nullable Address address,
        List<Bought> orders) {

    record Bought(
            String number,
            Instant placedAt,
            String state,
            long totalMinor,
            @Nullable String promo,
            long discountMinor,
            List<Order.Line> lines) {}

    AccountExport(Customer customer, @Nullable Address address, List<Order> orders) {
        this(
                customer.email(),
                customer.name(),
                customer.language().code(),
                customer.createdAt(),
                address,
                orders.stream()
                        .map(order -> new Bought(
                                order.name(),
                                order.placedAt(),
                                order.state().name(),
                                order.totals().total().minor(),
                                order.promo(),
                                order.totals().discount().minor(),
                                order.lines()))
                        .toList());
    }
}
