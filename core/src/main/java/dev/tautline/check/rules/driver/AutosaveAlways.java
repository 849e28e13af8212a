package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// A savepoint before each statement.
public final class AutosaveAlways implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.AUTOSAVE), autosave -> judge(client, autosave)));
    }

    private Verdict judge(Client client, Setting.Known<String> autosave) {
        return autosave.value().equals("always")
                ? Verdict.violation(finding(
                        client,
                        "autosave=always sets a savepoint before each statement",
                        "Each statement of a transaction costs a second one, and long transactions with many"
                                + " savepoints slow down every reader on the server and its standbys.",
                        Edits.driver(client, autosave.key(), "conservative"),
                        Evidence.of(autosave)))
                : Verdict.PASS;
    }
}
