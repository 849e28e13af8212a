package dev.tautline.check.rules.timeouts;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import java.time.Duration;

/// Requests give up before the driver has come to the host that answers.
public final class FailoverSlowerThanConnectionTimeout implements ClientRule {

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
                client,
                url -> url.hosts().size() < 2
                        ? Verdict.notApplicable("one host")
                        : ClientRule.onHikari(
                                client,
                                () -> Both.of(
                                        client,
                                        PgjdbcKeys.CONNECT_TIMEOUT,
                                        HikariKeys.CONNECTION_TIMEOUT,
                                        both -> judge(client, url.hosts().size() - 1, both))));
    }

    private Verdict judge(Client client, int others, Both<Duration, Duration> both) {
        var connect = both.one();
        var wait = both.other().value();
        var untilLast = connect.value().multipliedBy(others);
        if (wait.isZero() || connect.value().isZero() || untilLast.compareTo(wait) < 0) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "the last host is tried after up to " + Words.of(untilLast) + ", but requests wait only "
                        + Words.of(wait),
                "When the hosts before it vanish without a word, as a node without power does, each"
                        + " request fails although a healthy host stands in the URL.",
                Edits.driver(client, connect.key(), String.valueOf(Math.max(1, wait.toSeconds() / (others + 1)))),
                ClientRule.url(client),
                Evidence.of(connect),
                Evidence.of(both.other())));
    }
}
