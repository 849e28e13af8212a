package dev.tautline.store.admin;

/// How a deed ended. The words are `outcome.…` of the bundle.
public enum Outcome {
    DONE,
    /// The order is no longer as its page showed it.
    CHANGED,
    /// It cannot be done with an order that stands so.
    NOT_NOW,
    /// More than is left to give back.
    TOO_MUCH
}
