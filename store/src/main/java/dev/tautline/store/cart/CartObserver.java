package dev.tautline.store.cart;

import jakarta.servlet.http.HttpServletRequest;

/// Hears of changed baskets. Must not fail and not take long: the basket itself is in the cookie already.
public interface CartObserver {
    void changed(HttpServletRequest request, Cart cart);
}
