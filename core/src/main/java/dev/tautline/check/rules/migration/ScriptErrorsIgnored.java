package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// The service starts with half a schema.
public final class ScriptErrorsIgnored implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return SchemaActions.isEmbedded(client)
                ? Verdict.notApplicable("an embedded database")
                : Rule.chosen(client.get(SpringKeys.SQL_INIT_CONTINUE_ON_ERROR), goesOn -> judge(client, goesOn));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> goesOn) {
        return goesOn.value()
                ? Verdict.violation(applicationFinding(
                        client,
                        "errors in the scripts of the schema are ignored",
                        "The service starts although a table or a column is missing, says that it is ready,"
                                + " and fails on the first order that needs it.",
                        Edits.application(client, goesOn.key(), "false"),
                        Evidence.of(goesOn)))
                : Verdict.PASS;
    }
}
