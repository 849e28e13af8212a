package dev.tautline.probe;

import dev.tautline.probe.StepResult.Failed;
import org.jspecify.annotations.Nullable;

/// What the catalogue tells everybody who is logged in of one role (the view `pg_roles`); the role itself, when it is
/// refused, hears only that its password failed.
///
/// @param canLogIn LOGIN; false when there is no such role
/// @param validUntil VALID UNTIL as the server writes it; null for none
/// @param expired whether that has passed, by the server's clock
public record KnownRole(
        boolean exists, boolean canLogIn, @Nullable String validUntil, boolean expired) {
    public static final KnownRole NONE = new KnownRole(false, false, null, false);

    /// The climb with its refusal judged again; the same climb when it was not a password that was refused.
    public LadderResult judge(LadderResult refused) {
        return refused.failure()
                .filter(failed -> failed.failure().kind() == FailureKind.PASSWORD_REFUSED)
                .map(failed -> refused.failing(again(refused, failed)))
                .orElse(refused);
    }

    private Failed again(LadderResult refused, Failed failed) {
        var said = failed.failure();
        var symptom = new Symptom.Judged(
                kind(), said.code(), said.words() + "; another login on this server sees: " + words());
        return new Failed(
                failed.step(),
                failed.took(),
                new Diagnoser(refused.target(), refused.target().host(), true)
                        .diagnose(failed.step(), symptom, said.provenFine()));
    }

    private FailureKind kind() {
        if (!exists) {
            return FailureKind.ROLE_UNKNOWN;
        }
        return expired ? FailureKind.PASSWORD_EXPIRED : FailureKind.PASSWORD_REFUSED;
    }

    private String words() {
        if (!exists) {
            return "no such role";
        }
        if (expired) {
            return "VALID UNTIL " + validUntil + ", which has passed";
        }
        return "the role exists" + (canLogIn ? "" : ", has NOLOGIN")
                + " and is not expired, so that it has another password, or one stored in a way that does not fit pg_hba.conf";
    }
}
