package dev.tautline.check.change;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.PgjdbcKeys;
import java.util.List;

/// The connection is proven or encrypted less than before.
public final class TlsWeakened implements ClientChangeRule {
    /// PostgreSQL manual, "SSL Mode Descriptions", weakest first.
    private static final List<String> STRENGTH =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return change
                .both(PgjdbcKeys.SSL_MODE)
                .filter(mode -> STRENGTH.indexOf(mode.is()) < STRENGTH.indexOf(mode.was()))
                .map(mode -> finding(
                        change,
                        "sslmode is weaker: " + mode,
                        "With verify-full the driver proves whom it talks to, from require on it only encrypts, below that"
                                + " perhaps not even that: whoever sits on the way may read the password or be the database.",
                        "go back to sslmode=" + mode.was(),
                        mode.read()))
                .stream()
                .toList();
    }
}
