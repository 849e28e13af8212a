package dev.tautline.check.rules.timeouts;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;

/// An asynchronous request ends before it got a connection.
public final class AsyncRequestTimeoutNotAboveConnectionTimeout implements ClientRule {

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
        return ClientRule.onHikari(
                client,
                () -> client.get(SpringKeys.MVC_ASYNC_REQUEST_TIMEOUT) instanceof Setting.Unset<Duration>
                        ? Verdict.notApplicable("no time limit for asynchronous requests is set")
                        : Both.of(
                                client,
                                SpringKeys.MVC_ASYNC_REQUEST_TIMEOUT,
                                HikariKeys.CONNECTION_TIMEOUT,
                                both -> judge(client, both)));
    }

    private Verdict judge(Client client, Both<Duration, Duration> both) {
        var request = both.one().value();
        var wait = both.other();
        var isLast = wait.value().isPositive() && wait.value().compareTo(request) < 0;
        return isLast || !request.isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "an asynchronous request ends after " + Words.of(request) + ", but may wait "
                                + (wait.value().isZero() ? "for ever" : Words.of(wait.value())) + " for a connection",
                        "Visitors get a 503 while the thread behind it goes on waiting in the pool, then"
                                + " works for nobody: under load the pool is busy with requests that have ended.",
                        Edits.pool(client, wait.key(), String.valueOf(Math.max(250, request.toMillis() / 3))),
                        both.read()));
    }
}
