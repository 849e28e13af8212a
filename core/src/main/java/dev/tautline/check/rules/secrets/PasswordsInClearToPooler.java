package dev.tautline.check.rules.secrets;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Setting;
import java.util.Optional;

/// Pgpool-II asks clients for their passwords in clear.
public final class PasswordsInClearToPooler implements HopRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        var clear = hop.get(PgpoolKeys.ALLOW_CLEAR_TEXT_FRONTEND_AUTH).chosen().filter(Setting.Known::value);
        if (clear.isEmpty() || !hop.get(PgpoolKeys.SSL).knownValue().equals(Optional.of(false))) {
            return Verdict.notApplicable("passwords are not asked for in clear, or TLS is on");
        }
        return Verdict.violation(finding(
                hop,
                "clients send their passwords in clear, without TLS",
                "Whoever reads the network between application and pooler has the password of the database.",
                new Edit.Decide(
                        clear.get().origin(),
                        "set it off, with the passwords in pool_passwd (scram-sha-256), or switch ssl on"),
                Evidence.of(clear.get())));
    }
}
