package dev.tautline.check.rules.secrets;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Login;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import java.util.Set;

/// An application that logs in as the user who may do everything.
public final class ApplicationIsSuperuser implements ClientRule {
    /// The superusers that the servers and the managed services make.
    private static final Set<String> SUPERUSERS =
            Set.of("postgres", "root", "rdsadmin", "azure_superuser", "cloudsqlsuperuser", "sa");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    /// Migrations need more rights than requests do.
    @Override
    public Verdict judge(Client client) {
        if (client.isMigration()
                || client.url()
                        .filter(url -> url.isPostgres() || url.isMySql() || url.isMariaDb() || url.isSqlServer())
                        .isEmpty()) {
            return Verdict.notApplicable("a migration, or no server");
        }
        return Login.of(client)
                .user()
                .filter(user -> SUPERUSERS.contains(user.value()))
                .map(user -> Verdict.violation(finding(client, user)))
                .orElse(Verdict.PASS);
    }

    private Finding finding(Client client, Login.Part<String> user) {
        return DeveloperMachine.weighed(
                client,
                finding(
                        client,
                        "the application logs in as " + user.value(),
                        "One hole in the application is the whole server: all databases, files, programs. And the slots that are kept"
                                + " for superusers, which you need to get in during an outage, are taken by its pool.",
                        new Edit.Decide(
                                user.origin(), "make a user that owns nothing and may only read and write its tables"),
                        new Evidence("user", user.value(), user.origin())));
    }
}
