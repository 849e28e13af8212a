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

/// Migrations run in another order than in the next environment.
public final class FlywayOutOfOrder implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
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
                SpringKeys.FLYWAY_ENABLED,
                SpringKeys.FLYWAY_OUT_OF_ORDER,
                value -> value.value() ? violation(client, value) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<Boolean> value) {
        return Verdict.violation(applicationFinding(
                client,
                "migrations may run out of order",
                "The order differs between environments: what was tested in one order runs in another"
                        + " in production, and fails there or gives another schema.",
                Edits.application(client, value.key(), "false"),
                Evidence.of(value)));
    }
}
