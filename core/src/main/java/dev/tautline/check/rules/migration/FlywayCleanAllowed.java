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

/// One call of Flyway may delete every table.
public final class FlywayCleanAllowed implements ClientRule {

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
                : Rule.chosen(
                        client.get(SpringKeys.FLYWAY_CLEAN_DISABLED),
                        value -> !value.value() ? violation(client, value) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<Boolean> value) {
        return Verdict.violation(applicationFinding(
                client,
                "Flyway may delete the whole schema",
                "A clean that is run against the wrong database, by a test, a plug-in or a tired"
                        + " person, deletes every table of the shop within seconds.",
                Edits.application(client, value.key(), "true"),
                Evidence.of(value)));
    }
}
