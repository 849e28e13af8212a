package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.password.PasswordHashing;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares password and code in one go. The answer never says which of the three was wrong, or whether somebody works
/// here.
@Component
class StaffSignIn {
    private static final Logger log = LoggerFactory.getLogger(StaffSignIn.class);

    private final AdminTransactions admin;
    private final StaffTable staff;
    private final StaffSessions sessions;
    private final SecondFactor factor;
    private final PasswordHashing passwords;
    private final AuditLog audit;
    private final InstantSource clock;

    StaffSignIn(
            AdminTransactions admin,
            JdbcClient buy,
            StaffSessions sessions,
            SecondFactor factor,
            PasswordHashing passwords,
            AuditLog audit,
            InstantSource clock) {
        this.admin = admin;
        this.staff = new StaffTable(buy);
        this.sessions = sessions;
        this.factor = factor;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// The key of a new session, or nothing.
    ///
    /// @param code of the authenticator, or a recovery code
    Optional<String> signIn(String email, String password, String code) {
        var known = admin.inOne(() -> staff.secrets(email));
        // Outside of any transaction: hashing takes long.
        if (!passwords.matches(password, known.map(StaffTable.Secrets::passwordHash))) {
            log.warn("A sign-in to administration failed");
            return Optional.empty();
        }
        return known.flatMap(secrets -> admin.inOne(() -> withCode(secrets, tidied(code))));
    }

    private Optional<String> withCode(StaffTable.Secrets before, String code) {
        // Read again: meanwhile somebody may have sent other codes, or been dismissed.
        var secrets = staff.secrets(before.member().email())
                .filter(now -> now.member().epoch() == before.member().epoch());
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        var member = secrets.get().member();
        if (secrets.get().waits()) {
            audit.add(member, "SIGN_IN_WAITS", subject(member), Map.of(), Map.of());
            return Optional.empty();
        }
        var way = wayIn(secrets.get(), code);
        if (way == null) {
            staff.countWrongCode(member.id());
            audit.add(member, "SIGN_IN_REFUSED", subject(member), Map.of(), Map.of());
            return Optional.empty();
        }
        audit.add(member, "SIGNED_IN", subject(member), Map.of(), Map.of("by", way));
        return Optional.of(sessions.open(member.id()));
    }

    private @Nullable String wayIn(StaffTable.Secrets secrets, String code) {
        var id = secrets.member().id();
        var step = factor.open(secrets.member(), secrets.totpSecret())
                .map(secret -> Totp.stepOf(secret, code, clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isPresent()) {
            return staff.useStep(id, step.getAsLong()) ? "code" : null;
        }
        return staff.useRecoveryCode(id, Digest.of(code)) ? "recovery code" : null;
    }

    /// Codes are typed with blanks and hyphens, or without, and in any letters.
    static String tidied(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static String subject(StaffMember member) {
        return "staff " + member.email();
    }
}
