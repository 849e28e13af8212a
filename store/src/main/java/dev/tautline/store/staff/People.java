package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works here, and letting people in and out. One administrator stays at least.
@Component
class People {
    private static final int MOST = 200;

    private final AdminTransactions admin;
    private final StaffTable staff;
    private final StaffSessions sessions;
    private final Inviting inviting;
    private final AuditLog audit;

    People(AdminTransactions admin, JdbcClient buy, StaffSessions sessions, Invitations invitations, AuditLog audit) {
        this.admin = admin;
        this.staff = new StaffTable(buy);
        this.sessions = sessions;
        this.inviting = new Inviting(staff, invitations, audit);
        this.audit = audit;
    }

    List<StaffMember> all() {
        return admin.reading(line -> new StaffTable(line).all(MOST));
    }

    /// As `Inviting.invite`. A new role holds from the next page on.
    Optional<String> invite(StaffMember by, String email, String name, Role role) {
        return admin.inOne(() -> inviting.invite(by.id(), by.email(), email, name, role));
    }

    /// False when nobody would be left to let others in.
    boolean dismiss(StaffMember by, UUID id) {
        return admin.inOne(() -> {
            var known = staff.byId(id).filter(member -> !member.left());
            if (known.isEmpty()) {
                return true;
            }
            if (known.get().role() == Role.ADMIN && staff.otherAdmins(id) == 0) {
                return false;
            }
            staff.leave(id);
            sessions.endAllOf(id);
            audit.add(by, "DISMISSED", StaffSignIn.subject(known.get()), Inviting.told(known.get()), Map.of());
            return true;
        });
    }
}
