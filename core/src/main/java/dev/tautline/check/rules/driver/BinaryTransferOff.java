package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// Numbers, dates and bytes travel as text.
public final class BinaryTransferOff implements ClientRule {

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
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.BINARY_TRANSFER), binary -> judge(client, binary)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> binary) {
        return binary.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "binaryTransfer is switched off",
                        "Numbers, dates, ids and pictures are turned into text and back for every row: more"
                                + " bytes and more work on both sides, most of all for bytea.",
                        new Edit.Remove(binary.origin(), binary.key().name()),
                        Evidence.of(binary)));
    }
}
