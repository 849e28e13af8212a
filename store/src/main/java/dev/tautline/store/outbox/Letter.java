package dev.tautline.store.outbox;

import dev.tautline.store.order.EndReason;
import dev.tautline.store.order.Order;
import dev.tautline.store.pricing.Money;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/// The text of a mail, in the language that the order was placed in. Pure.
public record Letter(String recipient, String subject, String body) {

    /// @param words the bundle that has `mail.…`
    ///
    /// @param refund what goes back, when the topic is about that
    static Letter about(Topic topic, Order order, Money refund, MessageSource words) {
        var locale = order.language().locale();
        var reason = order.endReason() == null
                ? ""
                : words.getMessage("reason." + order.endReason().name(), null, locale);
        var lines = order.lines().stream()
                .map(line -> "  %d x %s  %s"
                        .formatted(line.quantity(), line.title(), line.sum().in(locale)))
                .collect(Collectors.joining("\n"));
        var discount = order.totals().discounted()
                ? "\n  %s  -%s"
                        .formatted(
                                words.getMessage("sums.discount", new Object[] {order.promo()}, locale),
                                order.totals().discount().in(locale))
                : "";
        var argument = switch (topic) {
            case ORDER_REFUNDED -> refund.in(locale);
            case ORDER_SHIPPED -> order.tracking();
            default -> reason;
        };
        var news = words.getMessage(news(topic, order), new Object[] {argument}, locale);
        return new Letter(
                order.address().email(),
                words.getMessage("mail." + topic + ".subject", new Object[] {order.name()}, locale),
                words.getMessage(
                        "mail.body",
                        new Object[] {
                            order.address().name(),
                            news,
                            lines + discount,
                            order.totals().total().in(locale),
                            order.language().prefix() + "/orders/" + order.token()
                        },
                        locale));
    }

    /// Most cancelled orders were never paid for; one that the shop takes back is another matter.
    private static String news(Topic topic, Order order) {
        if (topic == Topic.ORDER_CANCELLED && order.endReason() == EndReason.BY_SHOP) {
            return "mail.ORDER_CANCELLED.by-shop.news";
        }
        return topic == Topic.ORDER_SHIPPED && !order.tracking().isEmpty()
                ? "mail.ORDER_SHIPPED.tracked.news"
                : "mail." + topic + ".news";
    }
}
