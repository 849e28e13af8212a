package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.List;

/// Transactions see each other otherwise than before.
public final class IsolationChanged implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        var was = change.before().get(HikariKeys.TRANSACTION_ISOLATION);
        var is = change.after().get(HikariKeys.TRANSACTION_ISOLATION);
        return text(was).equals(text(is)) || !isTold(was) || !isTold(is)
                ? List.of()
                : List.of(finding(
                        change,
                        "transactionIsolation " + text(was) + " → " + text(is),
                        "Code that was correct before may now lose updates, or fail with 40001 where nothing retries.",
                        "say which statements were tested under the new level",
                        evidence(change.after(), "transactionIsolation", is),
                        evidence(change.before(), "before: transactionIsolation", was)));
    }

    private static boolean isTold(Setting<String> setting) {
        return setting instanceof Setting.Known<String> || setting instanceof Setting.Unset<String>;
    }

    private static String text(Setting<String> setting) {
        return setting.knownValue().orElse("the server's default");
    }

    private static Evidence evidence(Client client, String name, Setting<String> setting) {
        return new Evidence(
                name,
                text(setting),
                setting.known()
                        .map(Setting.Known::origin)
                        .orElse(client.urlText().origin()));
    }
}
