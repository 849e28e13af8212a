package dev.tautline.store.checkout;

import dev.tautline.store.order.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Where the address of a signed-in customer is kept. Neither may fail because a database is away: a checkout goes on
/// without it.
public interface AddressBook {
    Optional<Address> known(HttpServletRequest request);

    void remember(HttpServletRequest request, Address address);
}
