package dev.tautline.store.customer;

import dev.tautline.store.outbox.AccountLetters;
import dev.tautline.store.outbox.Letter;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.web.ShopTime;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The letters about accounts, in the account's language. A link is made when its letter is written, so no table holds
/// one.
@Component
class Letters implements AccountLetters {
    private final Customers customers;
    private final AccountLinks links;
    private final MessageSource words;
    private final ShopTime time;
    private final URI shop;

    Letters(
            JdbcClient buy,
            AccountLinks links,
            MessageSource words,
            ShopTime time,
            @Value("${chandlery.public-url}") URI shop) {
        this.customers = new Customers(buy);
        this.links = links;
        this.words = words;
        this.time = time;
        this.shop = shop;
    }

    @Override
    public Letter write(Topic topic, UUID id, Instant happened) {
        var customer =
                customers.byId(id).orElseThrow(() -> new IllegalStateException("account %s is gone".formatted(id)));
        var locale = customer.language().locale();
        return new Letter(
                customer.email(),
                words.getMessage("mail." + topic + ".subject", null, locale),
                words.getMessage(
                        "mail." + topic + ".body",
                        new Object[] {customer.name(), link(topic, customer), time.inLetters(happened, locale)},
                        locale));
    }

    private String link(Topic topic, Customer customer) {
        var path = switch (topic) {
            case ACCOUNT_VERIFY -> "/account/verify?key=" + links.make(AccountLinks.Purpose.VERIFY, customer);
            case ACCOUNT_RESET -> "/account/reset?key=" + links.make(AccountLinks.Purpose.RESET, customer);
            // A page that asks for an address: the letter itself opens nothing.
            case ACCOUNT_EXISTS, ACCOUNT_PASSWORD_CHANGED -> "/account/forgot";
            case ORDER_RECEIVED, ORDER_CONFIRMED, ORDER_CANCELLED, ORDER_REJECTED, ORDER_SHIPPED, ORDER_REFUNDED ->
                throw new IllegalArgumentException(topic + " is about an order");
        };
        return shop.resolve(customer.language().prefix() + path).toString();
    }
}
