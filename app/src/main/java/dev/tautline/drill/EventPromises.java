package dev.tautline.drill;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What customers must have been told, and how often.
final class EventPromises {
    /// The event that an order's end must have caused.
    private static final Map<String, String> END =
            Map.of("CONFIRMED", "ORDER_CONFIRMED", "CANCELLED", "ORDER_CANCELLED", "REJECTED", "ORDER_REJECTED");

    private EventPromises() {}

    static Stream<Violation> eachEventOnce(Evidence evidence) {
        var byOrder = evidence.eventsByOrder();
        var effects = evidence.events().stream()
                .filter(event -> event.mails() != 1 || !event.done() || event.dead())
                .map(event -> new Violation(
                        Invariant.EACH_EVENT_ONCE,
                        event.topic() + " of order " + event.order(),
                        event.mails() == 0
                                ? "the event had no effect"
                                : event.mails() > 1
                                        ? "the event had its effect %d times".formatted(event.mails())
                                        : "the event is not done",
                        List.of("database: " + event)));
        var ends = evidence.orders().stream()
                .filter(order -> END.containsKey(order.state()))
                .filter(order ->
                        count(byOrder.getOrDefault(order.id(), List.of()), END.getOrDefault(order.state(), "")) != 1)
                .map(order -> new Violation(
                        order.state().equals("REJECTED") ? Invariant.EACH_ORDER_ONCE : Invariant.EACH_EVENT_ONCE,
                        order.checkout().toString(),
                        "the end of the order (%s) was not told once".formatted(order.state()),
                        Stream.concat(
                                        Stream.of("database: " + order),
                                        byOrder.getOrDefault(order.id(), List.of()).stream()
                                                .map(event -> "database: " + event))
                                .toList()));
        return Stream.concat(effects, ends);
    }

    private static long count(List<Evidence.EventRow> events, String topic) {
        return events.stream().filter(event -> event.topic().equals(topic)).count();
    }
}
