package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// The driver believes for long what a host was, after it changed its role.
public final class HostRecheckTooSlow implements ClientRule {
    /// A failover takes 30 to 60 s; a client that believes longer adds to every one.
    private static final Duration LONG = Duration.ofMinutes(1);

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
                url -> url.hosts().size() < 2
                        ? Verdict.notApplicable("one host")
                        : Rule.chosen(client.get(PgjdbcKeys.HOST_RECHECK_SECONDS), recheck -> judge(client, recheck)));
    }

    private Verdict judge(Client client, Setting.Known<Duration> recheck) {
        return recheck.value().compareTo(LONG) <= 0
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "what a host was is believed for " + Words.of(recheck.value()),
                        "After a failover the driver passes over the new primary, which it remembers as a"
                                + " standby or as dead, and tries the others first: new connections are slow or fail.",
                        new Edit.Remove(recheck.origin(), recheck.key().name()),
                        Evidence.of(recheck)));
    }
}
