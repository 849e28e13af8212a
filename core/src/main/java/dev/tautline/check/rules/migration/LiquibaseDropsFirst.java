package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Liquibase drops everything before it runs.
public final class LiquibaseDropsFirst implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
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
        return MigrationTool.told(
                client,
                SpringKeys.LIQUIBASE_ENABLED,
                SpringKeys.LIQUIBASE_DROP_FIRST,
                value -> value.value() ? violation(client, value) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<Boolean> value) {
        return Verdict.violation(applicationFinding(
                client,
                "Liquibase drops the whole schema at each start",
                "Each start of the service deletes all tables of the schema and builds them empty."
                        + " Only a backup brings the orders back.",
                Edits.application(client, value.key(), "false"),
                Evidence.of(value)));
    }
}
