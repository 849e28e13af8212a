package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import java.time.Duration;

/// The driver remembers for long which host was the primary.
public final class HostRecheckTooLong implements ClientRule {
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
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> url.hosts().size() < 2
                        ? Verdict.notApplicable("one host")
                        : Rule.chosen(
                                client.get(PgjdbcKeys.HOST_RECHECK_SECONDS),
                                recheck -> recheck.value().compareTo(LONG) > 0
                                        ? Verdict.violation(finding(
                                                client,
                                                "the driver asks for the role of a host again only after "
                                                        + Words.of(recheck.value()),
                                                "After a failover new connections try the former primary first, for that"
                                                        + " long.",
                                                Edits.driver(client, recheck.key(), "10"),
                                                Evidence.of(recheck)))
                                        : Verdict.PASS));
    }
}
