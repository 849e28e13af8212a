package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
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
import java.util.Locale;
import java.util.Set;

/// The password is the first one that anybody would try.
public final class DefaultCredentials implements ClientRule {
    /// What images, tutorials and scanners use.
    private static final Set<String> GUESSED = Set.of(
            "postgres",
            "postgresql",
            "password",
            "passw0rd",
            "123456",
            "12345678",
            "changeme",
            "change_me",
            "secret",
            "admin",
            "root",
            "test",
            "example",
            "qwerty");

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
        var text = password.reveal().toLowerCase(Locale.ROOT);
        var user = client.get(SpringKeys.DATASOURCE_USERNAME).knownValue().map(name -> name.toLowerCase(Locale.ROOT));
        return GUESSED.contains(text) || user.filter(text::equals).isPresent();
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
