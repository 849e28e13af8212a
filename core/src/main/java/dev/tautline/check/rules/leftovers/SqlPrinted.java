package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.List;

/// Every statement is written to the standard output.
public final class SqlPrinted implements ClientRule {
    private static final List<SettingKey<Boolean>> KEYS =
            List.of(SpringKeys.JPA_SHOW_SQL, HibernateKeys.SHOW_SQL, HibernateKeys.GENERATE_STATISTICS);

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.profile().isDevelopment()
                ? Verdict.notApplicable("a profile of developers")
                : Verdict.of(KEYS.stream()
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(Setting.Known::value)
                        .map(show -> finding(client, show))
                        .toList());
    }

    private Finding finding(Client client, Setting.Known<Boolean> show) {
        return applicationFinding(
                client,
                show.key() + " is on",
                "It costs time in every request and fills the log, so that in an outage the lines"
                        + " that matter are hard to find or gone.",
                Edits.application(client, show.key(), "false"),
                Evidence.of(show));
    }
}
