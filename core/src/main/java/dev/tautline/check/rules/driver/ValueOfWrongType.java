package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;

/// A value that cannot be read, such as `10s` where a whole number of seconds must stand.
public final class ValueOfWrongType implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return Verdict.of(client.settings().malformed().stream()
                .map(bad -> finding(client, bad))
                .toList());
    }

    private Finding finding(Client client, Setting.Malformed<?> bad) {
        return finding(
                client,
                bad.key().name() + " is '" + bad.text() + "', which is not "
                        + bad.key().type().allowed(),
                "The application does not start, or the first connection is refused by the driver.",
                new Edit.Decide(
                        bad.origin(),
                        "write " + bad.key().type().allowed() + " for "
                                + bad.key().name()),
                new Evidence(bad.key().name(), bad.text(), bad.origin()));
    }
}
