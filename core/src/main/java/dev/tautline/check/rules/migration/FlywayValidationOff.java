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

/// Nobody notices that a migration was changed after it ran.
public final class FlywayValidationOff implements ClientRule {

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
        return MigrationTool.told(
                client,
                SpringKeys.FLYWAY_ENABLED,
                SpringKeys.FLYWAY_VALIDATE_ON_MIGRATE,
                value -> !value.value() ? violation(client, value) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<Boolean> value) {
        return Verdict.violation(applicationFinding(
                client,
                "applied migrations are not compared with their files",
                "Somebody edits a migration that ran already. It looks done everywhere and is not:"
                        + " the column is missing in production, and in production only.",
                Edits.application(client, value.key(), "true"),
                Evidence.of(value)));
    }
}
