package dev.tautline.store.outbox;

import dev.tautline.store.order.Order;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/// The text of a mail, in the language that the order was placed in. Pure.
public record Letter(String recipient, String subject, String body) {

    /// @param words the bundle that has `mail.…`
    static Letter about(Topic topic, Order order, MessageSource words) {
        var locale = order.language().locale();
        var reason = order.endReason() == null
                ? ""
                : words.getMessage("reason." + order.endReason().name(), null, locale);
        var lines = order.lines().stream()
                .map(line -> "  %d x %s  %s"
                        .formatted(line.quantity(), line.title(), line.sum().in(locale)))
                .collect(Collectors.joining("\n"));
        var news = words.getMessage("mail." + topic + ".news", new Object[] {reason}, locale);
        return new Letter(
                order.address().email(),
                words.getMessage("mail." + topic + ".subject", new Object[] {order.name()}, locale),
                words.getMessage(
                        "mail.body",
                        new Object[] {
                            order.address().name(),
                            news,
                            lines,
                            order.totals().total().in(locale),
                            order.language().prefix() + "/orders/" + order.token()
                        },
                        locale));
    }
}
