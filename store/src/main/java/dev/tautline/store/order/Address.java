package dev.tautline.store.order;

import dev.tautline.store.pricing.Country;

/// Where an order goes and whom to tell. Hidden from logs.
public record Address(
        String email, String name, String line1, String line2, String postcode, String city, Country country) {

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
