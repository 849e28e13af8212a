package dev.tautline.dashboard.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a user is. Each role may do what the ones before it may.
public enum Role {
    VIEWER,
    OPERATOR,
    ADMIN;

    Set<Scope> scopes() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Scope.READ, Scope.METRICS);
            case OPERATOR, ADMIN -> EnumSet.allOf(Scope.class);
        };
    }

    /// The word in `taut.yaml`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
