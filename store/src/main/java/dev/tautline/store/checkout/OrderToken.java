package dev.tautline.store.checkout;

import dev.tautline.store.cookie.CookieKey;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The key to an order's page: 192 bits that only the shop can make of a checkout's id. Made and not drawn, so that an
/// order has the same page whether the database took it, the journal, or first the one and then the other because
/// nobody knew how a commit had ended.
@Component
class OrderToken {
    private final CookieKey key;

    OrderToken(CookieKey key) {
        this.key = key;
    }

    String of(UUID checkout) {
        return key.token("order page", checkout.toString());
    }
}
