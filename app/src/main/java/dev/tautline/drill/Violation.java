package dev.tautline.drill;

import java.util.List;

/// A promise that was broken, with what shows it.
///
/// @param subject the checkout, payment, article or event
/// @param evidence what buyer, shop, provider and database each say of it
public record Violation(Invariant invariant, String subject, String what, List<String> evidence) {
    public Violation {
        evidence = List.copyOf(evidence);
    }
}
