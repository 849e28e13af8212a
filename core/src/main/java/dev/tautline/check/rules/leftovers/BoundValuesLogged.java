package dev.tautline.check.rules.leftovers;

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
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.List;

/// The values of every query are written to the log.
public final class BoundValuesLogged implements ClientRule {
    private static final List<SettingKey<String>> LOGGERS = List.of(
            SpringKeys.LOGGING_HIBERNATE_BIND, SpringKeys.LOGGING_HIBERNATE_BINDER, SpringKeys.LOGGING_HIBERNATE_TYPE);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return Verdict.of(LOGGERS.stream()
                .flatMap(key -> client.get(key).chosen().stream())
                .filter(level -> level.value().equalsIgnoreCase("trace"))
                .map(level -> finding(client, level))
                .toList());
    }

    private Finding finding(Client client, Setting.Known<String> level) {
        return applicationFinding(
                client,
                "the values of all queries are logged",
                "Names, addresses and password hashes of customers stand in the log, in its copies"
                        + " and in its search, where other people may read and nobody deletes them.",
                Edits.application(client, level.key(), "INFO"),
                Evidence.of(level));
    }
}
