package dev.tautline.finding;

/// The team that can mend a cause. Pages go to the owner, so each cause has exactly one.
public enum Owner {
    APPLICATION,
    DATABASE,
    NETWORK,
    SECURITY,
    PLATFORM
}
