package dev.tautline.check.rules.authentication;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;

/// New passwords are stored as MD5.
public final class Md5PasswordEncryption implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.PASSWORD_ENCRYPTION),
                method -> method.value().equals("md5")
                        ? Verdict.violation(finding(
                                server,
                                "new passwords are stored as MD5",
                                "Whoever gets a backup can log in with the stored hash as it is. PostgreSQL 18 warns, and"
                                        + " a later version will not know it any more.",
                                new Edit.Replace(method.origin(), "password_encryption", "scram-sha-256"),
                                Evidence.of(method)))
                        : Verdict.PASS);
    }
}
