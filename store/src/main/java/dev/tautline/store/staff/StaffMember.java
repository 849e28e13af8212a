package dev.tautline.store.staff;

import java.util.UUID;

/// Somebody who works here.
///
/// @param epoch grows when password and second factor are set anew
/// @param enrolled whether there is a password and a second factor yet
public record StaffMember(UUID id, String email, String name, Role role, int epoch, boolean enrolled, boolean left) {

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /// For templates, which have no enums at hand.
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }
}
