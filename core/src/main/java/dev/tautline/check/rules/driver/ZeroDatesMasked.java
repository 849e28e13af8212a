package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;

/// Dates that are none are read as missing.
public final class ZeroDatesMasked implements ClientRule {
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
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(
                        client.get(ConnectorJKeys.ZERO_DATE_TIME_BEHAVIOR), behavior -> judge(client, behavior)));
    }

    private Verdict judge(Client client, Setting.Known<String> behavior) {
        return behavior.value().equals("EXCEPTION")
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "zero dates are read as "
                                + (behavior.value().equals("ROUND") ? "1 January of year 1" : "nothing"),
                        "Rows with the date 0000-00-00 look like rows without a date. Written back, they are changed; reports that"
                                + " count them by SQL and those that count them in the application differ.",
                        new Edit.Decide(
                                behavior.origin(),
                                "mend the rows (UPDATE … SET d = NULL WHERE d = 0), then remove zeroDateTimeBehavior"),
                        Evidence.of(behavior)));
    }
}
