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

/// SQL scripts run again whenever an instance starts.
public final class ScriptsRunAtEveryStart implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
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
                : Rule.chosen(client.get(SpringKeys.SQL_INIT_MODE), mode -> judge(client, mode));
    }

    private Verdict judge(Client client, Setting.Known<String> mode) {
        return mode.value().equals("always")
                ? Verdict.violation(applicationFinding(
                        client,
                        "schema.sql and data.sql run whenever an instance starts",
                        "Scripts that drop tables or insert rows do so on each restart and in each instance"
                                + " at once: data are lost or doubled, or the start fails on a row that is there"
                                + " already.",
                        Edits.application(client, mode.key(), "never"),
                        Evidence.of(mode)))
                : Verdict.PASS;
    }
}
