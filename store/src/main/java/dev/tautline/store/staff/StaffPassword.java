package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.password.PasswordHashing;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changing one's own password. The second factor stays; all sessions end, and invitations that were not used are void.
@Component
class StaffPassword {
    private final AdminTransactions admin;
    private final StaffTable staff;
    private final StaffSessions sessions;
    private final PasswordHashing passwords;
    private final AuditLog audit;

    StaffPassword(
            AdminTransactions admin,
            JdbcClient buy,
            StaffSessions sessions,
            PasswordHashing passwords,
            AuditLog audit) {
        this.admin = admin;
        this.staff = new StaffTable(buy);
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
    }

    /// The key of a new session for whoever changed it; nothing when the old password was wrong. Both stand in the log.
    Optional<String> change(StaffMember member, String old, String fresh) {
        var known = admin.inOne(() -> staff.secrets(member.email()));
        // Outside of any transaction: hashing takes long.
        if (!passwords.matches(old, known.map(StaffTable.Secrets::passwordHash))) {
            admin.inOne(() -> audit.add(member, "PASSWORD_REFUSED", StaffSignIn.subject(member), Map.of(), Map.of()));
            return Optional.empty();
        }
        var hash = passwords.hash(fresh);
        return admin.inOne(() -> {
            if (!staff.changePassword(member, hash)) {
                return Optional.<String>empty();
            }
            sessions.endAllOf(member.id());
            audit.add(member, "PASSWORD_CHANGED", StaffSignIn.subject(member), Map.of(), Map.of());
            return Optional.of(sessions.open(member.id()));
        });
    }
}
