package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.stream.Stream;

/// The connection is called read-only, and the driver is told not to care.
public final class ReadOnlyIgnored implements ClientRule {

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
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.READ_ONLY_MODE), mode -> judge(client, mode)));
    }

    private Verdict judge(Client client, Setting.Known<String> mode) {
        var readOnly = Stream.of(client.get(PgjdbcKeys.READ_ONLY), client.get(HikariKeys.READ_ONLY))
                .flatMap(setting -> setting.chosen().stream())
                .filter(Setting.Known::value)
                .findFirst();
        return mode.value().equals("ignore") && readOnly.isPresent()
                ? Verdict.violation(finding(
                        client,
                        "the connection is read-only, but readOnlyMode=ignore",
                        "Writes pass. A report or an import that was meant to be harmless changes orders, and"
                                + " no error tells anybody.",
                        new Edit.Remove(mode.origin(), mode.key().name()),
                        Evidence.of(mode),
                        Evidence.of(readOnly.get())))
                : Verdict.PASS;
    }
}
