package dev.tautline.store.staff;

import dev.tautline.store.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lets somebody in, inside the caller's transaction of administration.
final class Inviting {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s|]{1,60}@[^@\\s.|]{1,30}(\\.[^@\\s.|]{1,25})+");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 120;

    private final StaffTable staff;
    private final Invitations invitations;
    private final AuditLog audit;

    Inviting(StaffTable staff, Invitations invitations, AuditLog audit) {
        this.staff = staff;
        this.invitations = invitations;
        this.audit = audit;
    }

    /// By the field; empty when somebody can be invited so.
    static Map<String, FieldProblem> problems(String email, String name) {
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problems.put("email", new FieldProblem("address.email.form"));
        }
        if (name.isEmpty()) {
            problems.put("name", new FieldProblem("address.name.missing"));
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.put("name", new FieldProblem("address.long", LONGEST_NAME));
        }
        return problems;
    }

    /// The path of the invitation. Whoever works here already gets a new one, for a lost phone, with name and role as
    /// given now; nothing when the role of the last administrator would go.
    ///
    /// @param by nobody when it is done by a command
    Optional<String> invite(@Nullable UUID by, String who, String email, String name, Role role) {
        var known = staff.byEmail(email);
        if (known.isEmpty()) {
            staff.insert(UUID.randomUUID(), email, name, role);
            audit.add(by, who, "INVITED", "staff " + email, Map.of(), told(name, role));
        } else {
            var before = known.get();
            if (before.role() == Role.ADMIN && role != Role.ADMIN && staff.otherAdmins(before.id()) == 0) {
                return Optional.empty();
            }
            staff.change(before.id(), name, role);
            audit.add(by, who, "INVITED", "staff " + before.email(), told(before), told(name, role));
        }
        return staff.byEmail(email).map(invitations::pathFor);
    }

    static Map<String, String> told(StaffMember member) {
        return told(member.name(), member.role());
    }

    private static Map<String, String> told(String name, Role role) {
        return Map.of("name", name, "role", role.name());
    }
}
