package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Setting;
import java.util.Locale;
import java.util.Set;

/// Hibernate takes a connection when a session is opened, whether it needs one or not.
public final class ConnectionTakenTooEarly implements ClientRule {
    private static final Set<String> EARLY =
            Set.of("IMMEDIATE_ACQUISITION_AND_HOLD", "IMMEDIATE_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(HibernateKeys.CONNECTION_HANDLING_MODE), mode -> judge(client, mode));
    }

    private Verdict judge(Client client, Setting.Known<String> mode) {
        return EARLY.contains(mode.value().strip().toUpperCase(Locale.ROOT))
                ? Verdict.violation(finding(
                        client,
                        "Hibernate takes a connection when a session is opened (" + mode.value() + ")",
                        "Each session keeps a connection of the pool before its first statement, and one that is answered"
                                + " from the cache or calls another service keeps it for nothing: the pool is used up"
                                + " although the database is idle.",
                        new Edit.Replace(
                                mode.origin(), mode.key().name(), "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION"),
                        Evidence.of(mode)))
                : Verdict.PASS;
    }
}
