package dev.tautline.check.rules.secrets;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Secret;

/// The password of a cloud's database that is written out where the database is made.
public final class PasswordInTerraform implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return server.get(ManagedDatabaseKeys.PASSWORD)
                .chosen()
                .filter(password -> !password.value().isEmpty())
                .map(password -> Verdict.violation(finding(
                        server,
                        "the password of the database's owner is written out",
                        "Everybody who can read the repository, or any copy of it, can log in and do everything; it also"
                                + " stands in the state that Terraform keeps.",
                        new Edit.Decide(
                                password.origin(),
                                "let the provider make one (manage_master_user_password), or give it as a variable from a"
                                        + " vault"),
                        new Evidence("password", Secret.MASK, password.origin()))))
                .orElse(Verdict.notApplicable("no password is written out"));
    }
}
