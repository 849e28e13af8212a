package dev.tautline.scoring;

/// What a watcher made of a fault, by the first cause that it named.
public enum Answer {
    /// The first named cause is the true one.
    RIGHT,
    /// The first named cause is another one.
    WRONG,
    /// A page came, and none named a cause.
    UNNAMED,
    /// No page came for what hurt people, or was to be foreseen.
    MISSED,
    /// No page came for a fault that hurt nobody and was not to be foreseen either.
    UNFELT,
    /// No page came, and none was called for.
    QUIET,
    /// A page came for what is no fault of the database.
    FALSE_PAGE
}
