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
import java.util.Set;

/// Migrations and Hibernate both change the schema.
public final class SchemaHasTwoOwners implements ClientRule {
    private static final Set<String> CHANGING = Set.of("update", "create-only");

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
        return MigrationTool.of(client)
                .map(tool -> SchemaActions.judge(
                        client, action -> CHANGING.contains(action.value()), action -> finding(client, action, tool)))
                .orElseGet(() -> Verdict.notApplicable("no migration tool"));
    }

    private Finding finding(Client client, Setting.Known<String> action, String tool) {
        return applicationFinding(
                client,
                "both " + tool + " and Hibernate (" + action.key() + "=" + action.value() + ") change the schema",
                "What Hibernate adds by itself is in no migration: the next environment lacks it, or"
                        + " a later migration fails because it is there already, in the middle of a deployment.",
                Edits.application(client, action.key(), "validate"),
                Evidence.of(action));
    }
}
