package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// Cancelling a query may itself wait without end.
public final class CancelSignalTimeoutOff implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> Rule.chosen(client.get(PgjdbcKeys.CANCEL_SIGNAL_TIMEOUT), cancel -> judge(client, cancel)));
    }

    private Verdict judge(Client client, Setting.Known<Duration> cancel) {
        return cancel.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "cancelSignalTimeout is switched off",
                        "A query that takes too long is cancelled over a second connection. With a network"
                                + " fault that one hangs, too, and with it the thread that was to be freed.",
                        new Edit.Remove(cancel.origin(), cancel.key().name()),
                        Evidence.of(cancel)));
    }
}
