package dev.tautline.store.staff;

/// What somebody may do in administration.
public enum Permission {
    /// Look at orders, goods and how the shop is.
    SEE,
    /// Ship, cancel, refund.
    ORDERS,
    /// Prices, stock, promotion codes, imports.
    GOODS,
    /// Invite and dismiss people, read who did what.
    STAFF
}
