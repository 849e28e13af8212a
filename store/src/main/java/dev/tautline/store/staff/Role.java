package dev.tautline.store.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is here. The words are `role.…` of the bundle.
public enum Role {
    VIEWER,
    CLERK,
    STOREKEEPER,
    ADMIN;

    public boolean may(Permission permission) {
        return switch (permission) {
            case SEE -> true;
            case ORDERS -> this == CLERK || this == ADMIN;
            case GOODS -> this == STOREKEEPER || this == ADMIN;
            case STAFF -> this == ADMIN;
        };
    }

    /// By its name in any letters.
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
