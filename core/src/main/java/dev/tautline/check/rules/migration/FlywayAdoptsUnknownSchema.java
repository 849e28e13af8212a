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

/// A database that Flyway has never seen is taken for one that is up to date.
public final class FlywayAdoptsUnknownSchema implements ClientRule {

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
                SpringKeys.FLYWAY_BASELINE_ON_MIGRATE,
                value -> value.value() ? violation(client, value) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<Boolean> value) {
        return Verdict.violation(applicationFinding(
                client,
                "a schema that Flyway does not know is taken over",
                "When the URL is wrong by one letter, the service starts on a foreign or half-empty"
                        + " database and marks it as its own, in place of refusing to start.",
                Edits.application(client, value.key(), "false"),
                Evidence.of(value)));
    }
}
