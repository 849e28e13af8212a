package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The driver trusts its own memory of the session, and SQL changes the session behind its back.
public final class LocalSessionStateContradicted implements ClientRule {
    private static final Pattern STATE = Pattern.compile(
            "(?i)\\b(autocommit|(transaction|tx)_(isolation|read_only)|set\\s+(session\\s+)?transaction)\\b");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(client.get(ConnectorJKeys.USE_LOCAL_SESSION_STATE), local -> judge(client, local)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> local) {
        return Stream.of(HikariKeys.CONNECTION_INIT_SQL, ConnectorJKeys.SESSION_VARIABLES)
                .flatMap(key -> client.get(key).chosen().stream())
                .filter(sql -> local.value() && STATE.matcher(sql.value()).find())
                .findFirst()
                .map(sql -> Verdict.violation(finding(client, local, sql)))
                .orElse(Verdict.PASS);
    }

    private Finding finding(Client client, Setting.Known<Boolean> local, Setting.Known<String> sql) {
        return finding(
                client,
                sql.key() + " changes what the driver, by useLocalSessionState, believes to know",
                "The driver leaves out commands that it takes for needless: work that should be one transaction is committed"
                        + " piece by piece or never, and no error tells.",
                new Edit.Decide(
                        sql.origin(),
                        "set auto-commit and isolation by the pool's own settings, or remove useLocalSessionState"),
                Evidence.of(sql),
                Evidence.of(local));
    }
}
