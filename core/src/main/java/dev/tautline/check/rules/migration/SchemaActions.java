package dev.tautline.check.rules.migration;

import dev.tautline.check.Rule;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What Hibernate is told to do with the schema at start, whichever key says it.
final class SchemaActions {
    private static final List<SettingKey<String>> KEYS = List.of(
            SpringKeys.JPA_DDL_AUTO,
            HibernateKeys.HBM2DDL_AUTO,
            HibernateKeys.PERSISTENCE_SCHEMA_GENERATION_DATABASE_ACTION,
            QuarkusKeys.ORM_DATABASE_GENERATION,
            QuarkusKeys.ORM_SCHEMA_STRATEGY);

    private SchemaActions() {}

    /// A finding for each action that is bad; undecided where an action cannot be known.
    static Verdict judge(
            Client client, Predicate<Setting.Known<String>> isBad, Function<Setting.Known<String>, Finding> finding) {
        if (isEmbedded(client)) {
            return Verdict.notApplicable("an embedded database");
        }
        var found = KEYS.stream()
                .flatMap(key -> client.get(key).chosen().stream())
                .filter(isBad)
                .map(finding)
                .toList();
        return found.isEmpty() ? undecidedOrPass(client) : Verdict.of(found);
    }

    private static Verdict undecidedOrPass(Client client) {
        return KEYS.stream()
                .map(client::get)
                .filter(Setting.Unresolved.class::isInstance)
                .findFirst()
                .map(open -> Rule.given(open, any -> Verdict.PASS))
                .orElse(Verdict.PASS);
    }

    /// Whether the database lives only as long as the application or a test.
    static boolean isEmbedded(Client client) {
        return client.url().filter(url -> url.isEmbedded() || url.isThrowaway()).isPresent();
    }
}
