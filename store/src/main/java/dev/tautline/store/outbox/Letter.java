package dev.tautline.store.outbox;

import dev.tautline.store.order.Order;
import java.util.Objects;
import java.util.stream.Collectors;

/// The text of a mail. Pure.
record Letter(String recipient, String subject, String body) {

    static Letter about(Topic topic, Order order) {
        return new Letter(order.address().email(), subject(topic, order), body(topic, order));
    }

    private static String subject(Topic topic, Order order) {
        return switch (topic) {
            case ORDER_RECEIVED -> "We have your order " + order.name();
            case ORDER_CONFIRMED -> "Your order " + order.name() + " is confirmed";
            case ORDER_CANCELLED -> "Your order " + order.name() + " could not be completed";
            case ORDER_REJECTED -> "We cannot fulfil your order " + order.name();
        };
    }

    private static String body(Topic topic, Order order) {
        var news = switch (topic) {
            case ORDER_RECEIVED -> "We have received your order and are waiting for your bank.";
            case ORDER_CONFIRMED -> "Your payment arrived. We are packing your goods.";
            case ORDER_CANCELLED -> "The payment did not come through, so nothing was charged or shipped.";
            case ORDER_REJECTED ->
                "We took your order while our stockroom did not answer, and now have to tell you: we cannot fulfil it. %s Nothing was charged. We are sorry."
                        .formatted(Objects.requireNonNullElse(order.cancelReason(), ""));
        };
        var lines = order.lines().stream()
                .map(line -> "  %d x %s  %s".formatted(line.quantity(), line.title(), line.sum()))
                .collect(Collectors.joining("\n"));
        return "Dear %s,\n\n%s\n\n%s\n  Total %s\n\nYour order: /orders/%s\n\nChandlery, Pier 7"
                .formatted(order.address().name(), news, lines, order.totals().total(), order.token());
    }
}
