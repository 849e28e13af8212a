package dev.tautline.store.intake;

import dev.tautline.store.language.Language;
import dev.tautline.store.order.Address;
import dev.tautline.store.order.Order;
import dev.tautline.store.pricing.Country;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

final class TestOrders {
    private TestOrders() {}

    static ReceivedOrder order() {
        var id = UUID.randomUUID();
        return of(id, "token-" + id);
    }

    static List<ReceivedOrder> some(int count) {
        return IntStream.range(0, count).mapToObj(number -> order()).toList();
    }

    static ReceivedOrder of(UUID checkout, String token) {
        var lines = List.of(new Order.Line("RIG-BOW-06", "Bow shackle, 6 mm pin", 2, new Money(990)));
        return new ReceivedOrder(
                checkout,
                token,
                new Address("skipper@example.org", "Ada Skipper", "Pier 7", "", "20457", "Hamburg", Country.DE),
                Shipping.STANDARD,
                lines,
                Totals.of(List.of(new Totals.Line(new Money(990), 2)), Shipping.STANDARD, Country.DE),
                "card-accepted",
                Instant.parse("2026-05-01T10:00:00Z"),
                Language.DE,
                null);
    }
}
