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
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Set;

/// Hibernate drops the tables, and all that is in them.
public final class SchemaRecreatedAtStart implements ClientRule {
    private static final Set<String> DROPPING = Set.of("create", "create-drop", "drop", "drop-and-create", "truncate");

    /// For Jakarta Persistence, and so for Quarkus, `create` only creates.
    private static final Set<String> DROPPING_IN_JAKARTA = Set.of("drop", "drop-and-create");

    private static final Set<SettingKey<String>> IN_WORDS_OF_JAKARTA = Set.of(
            HibernateKeys.PERSISTENCE_SCHEMA_GENERATION_DATABASE_ACTION,
            QuarkusKeys.ORM_DATABASE_GENERATION,
            QuarkusKeys.ORM_SCHEMA_STRATEGY);

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
        return SchemaActions.judge(
                client,
                action -> (IN_WORDS_OF_JAKARTA.contains(action.key()) ? DROPPING_IN_JAKARTA : DROPPING)
                        .contains(action.value()),
                action -> finding(client, action));
    }

    private Finding finding(Client client, Setting.Known<String> action) {
        return applicationFinding(
                client,
                action.key() + "=" + action.value() + " drops the tables",
                "Each start of the service, or each stop, deletes all data that its entities map to:"
                        + " orders, customers, everything. Only a backup brings them back.",
                Edits.application(client, action.key(), "validate"),
                Evidence.of(action));
    }
}
