package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;

/// Hibernate alters tables while customers use them.
public final class SchemaUpdatedAtStart implements ClientRule {

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
        return MigrationTool.of(client).isPresent()
                ? Verdict.notApplicable("two owners of the schema are another rule's matter")
                : SchemaActions.judge(
                        client, action -> action.value().equals("update"), action -> finding(client, action));
    }

    private Finding finding(Client client, Setting.Known<String> action) {
        return applicationFinding(
                client,
                action.key() + "=" + action.value() + " alters tables at start",
                "A deployment takes an exclusive lock on a large table, and every request queues"
                        + " behind it; several instances alter at once. Nothing is ever removed or renamed, so"
                        + " the schema grows apart from the entities.",
                Edits.application(client, action.key(), "validate"),
                Evidence.of(action));
    }
}
