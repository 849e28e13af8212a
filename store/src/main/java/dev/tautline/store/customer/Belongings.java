package dev.tautline.store.customer;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.cart.CartObserver;
import dev.tautline.store.cart.CartText;
import dev.tautline.store.checkout.AddressBook;
import dev.tautline.store.database.Line;
import dev.tautline.store.database.Refusal;
import dev.tautline.store.order.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Basket and address of a signed-in customer, kept beside the account so that they are there on another device. A
/// convenience: while the database is away nothing is kept and nobody waits.
@Component
class Belongings implements CartObserver, AddressBook {
    private static final Logger log = LoggerFactory.getLogger(Belongings.class);

    private final AccountSession sessions;
    private final Customers customers;
    private final Line line;
    private final JsonMapper json;

    Belongings(AccountSession sessions, Accounts accounts, Line line, JsonMapper json) {
        this.sessions = sessions;
        this.customers = accounts.primary();
        this.line = line;
        this.json = json;
    }

    @Override
    public void changed(HttpServletRequest request, Cart cart) {
        sessions.read(request)
                .ifPresent(session -> unlessAway(() -> {
                    customers.keepCart(session.customer(), CartText.write(cart));
                    return Optional.empty();
                }));
    }

    /// What the account has, with what the browser has on top.
    Cart merged(Customer customer, Cart here) {
        return unlessAway(() -> customers.cart(customer.id()).flatMap(CartText::read))
                .map(here::merge)
                .orElse(here);
    }

    @Override
    public Optional<Address> known(HttpServletRequest request) {
        return sessions.read(request)
                .flatMap(session -> unlessAway(() -> customers.address(session.customer())))
                .flatMap(this::address);
    }

    @Override
    public void remember(HttpServletRequest request, Address address) {
        sessions.read(request)
                .ifPresent(session -> unlessAway(() -> {
                    customers.keepAddress(session.customer(), json.writeValueAsString(address));
                    return Optional.empty();
                }));
    }

    private Optional<Address> address(String text) {
        try {
            return Optional.of(json.readValue(text, Address.class));
        } catch (JacksonException olderForm) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> unlessAway(Supplier<Optional<T>> work) {
        if (!line.isUp()) {
            return Optional.empty();
        }
        try {
            return work.get();
        } catch (DataAccessException failed) {
            Refusal.tell(log, failed, "An account's belongings are left as they are");
            return Optional.empty();
        }
    }
}
