package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.password.PasswordHashing;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Setting a password and a second factor with an invitation. The new secret travels through the form, sealed for this
/// person; it counts from the moment on at which a code proves that an authenticator has it.
@Component
class Enrolment {
    private final AdminTransactions admin;
    private final StaffTable staff;
    private final StaffSessions sessions;
    private final Invitations invitations;
    private final SecondFactor factor;
    private final PasswordHashing passwords;
    private final AuditLog audit;
    private final InstantSource clock;

    Enrolment(
            AdminTransactions admin,
            JdbcClient buy,
            StaffSessions sessions,
            Invitations invitations,
            SecondFactor factor,
            PasswordHashing passwords,
            AuditLog audit,
            InstantSource clock) {
        this.admin = admin;
        this.staff = new StaffTable(buy);
        this.sessions = sessions;
        this.invitations = invitations;
        this.factor = factor;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows.
    ///
    /// @param sealed travels through the form
    public record Offer(StaffMember member, String sealed, String printed, String uri, QrPicture picture) {
        @Override
        public String toString() {
            return "Offer[hidden]";
        }
    }

    /// Nothing when the invitation is too old or has been used.
    Optional<StaffMember> invited(String key) {
        return invitations
                .read(key)
                .flatMap(claim -> admin.inOne(() -> staff.byId(claim.member()))
                        .filter(member -> member.epoch() == claim.epoch() && !member.left()));
    }

    Offer offer(StaffMember member) {
        return offer(member, factor.newSecret());
    }

    /// The same one again, when something else in the form was wrong; a new one when it is not ours.
    Offer offer(StaffMember member, String sealed) {
        return factor.open(member, sealed).map(secret -> offer(member, secret)).orElseGet(() -> offer(member));
    }

    private Offer offer(StaffMember member, byte[] secret) {
        var uri = SecondFactor.uri(member, secret);
        return new Offer(member, factor.seal(member, secret), SecondFactor.printed(secret), uri, QrPicture.of(uri));
    }

    OptionalLong stepOf(StaffMember member, String sealed, String code) {
        return factor.open(member, sealed)
                .map(secret -> Totp.stepOf(secret, StaffSignIn.tidied(code), clock.instant()))
                .orElse(OptionalLong.empty());
    }

    /// The recovery codes, shown this once; nothing when the invitation was used meanwhile. Ends all other sessions.
    ///
    /// @param step of the code that proved the secret: it opens no door any more
    Optional<List<String>> enrol(StaffMember member, String password, String sealed, long step) {
        var hash = passwords.hash(password);
        var codes = factor.newRecoveryCodes();
        return admin.inOne(() -> {
            if (!staff.enrol(member, hash, sealed, step)) {
                return Optional.<List<String>>empty();
            }
            staff.replaceRecoveryCodes(
                    member.id(),
                    codes.stream()
                            .map(code -> Digest.of(StaffSignIn.tidied(code)))
                            .toList());
            sessions.endAllOf(member.id());
            audit.add(member, "ENROLLED", StaffSignIn.subject(member), Map.of(), Map.of());
            return Optional.of(codes);
        });
    }
}
