package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// The password is the first one that anybody would try.
public final class DefaultCredentials implements ClientRule {
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

    @Override
    public Verdict judge(Client client) {
        if (client.url().map(JdbcUrl::isEmbedded).orElse(false)) {
            return Verdict.notApplicable("an embedded database");
        }
        return client.get(SpringKeys.DATASOURCE_PASSWORD)
                .known()
                .filter(password -> password.origin() instanceof Origin.InFile && isGuessed(client, password.value()))
                .map(password -> Verdict.violation(finding(client, password)))
                .orElse(Verdict.PASS);
    }

    /// Compared only; the password itself is never shown.
    private static boolean isGuessed(Client client, Secret password) {
        var user = client.get(SpringKeys.DATASOURCE_USERNAME).knownValue().orElse("");
        return !password.isEmpty() && GuessablePasswords.contains(password.reveal(), user);
    }

    private Finding finding(Client client, Setting.Known<Secret> password) {
        var key = client.dataSource() + ".password";
        return finding(
                client,
                "the password is one that everybody tries first",
                "Whoever reaches the port is in: scanners find open databases within hours, copy the"
                        + " data, delete the tables and ask for money.",
                new Edit.Replace(password.origin(), key, "${DB_PASSWORD}"),
                new Evidence(key, Secret.MASK, password.origin()));
    }
}
