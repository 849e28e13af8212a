package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// The limit for waiting on a lock never acts, because the statement ends first.
public final class LockTimeoutNotBelowStatementTimeout implements ClientRule {

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
        return ClientRule.onPostgres(client, url -> {
            var session = SessionSettings.of(client);
            return Rule.chosen(
                    session.get(PostgresKeys.LOCK_TIMEOUT),
                    lock -> Rule.chosen(
                            session.get(PostgresKeys.STATEMENT_TIMEOUT), statement -> judge(client, lock, statement)));
        });
    }

    private Verdict judge(Client client, Setting.Known<Duration> lock, Setting.Known<Duration> statement) {
        var actsFirst = statement.value().isZero()
                || lock.value().isZero()
                || lock.value().compareTo(statement.value()) < 0;
        return actsFirst
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "lock_timeout (" + Words.of(lock.value()) + ") is not below statement_timeout ("
                                + Words.of(statement.value()) + ")",
                        "It never acts: a statement that waits for a lock ends with \"canceling statement due"
                                + " to statement timeout\", and whoever is paged looks for a slow query instead of the"
                                + " lock.",
                        new Edit.Decide(
                                lock.origin(),
                                "set lock_timeout well below statement_timeout, for example "
                                        + Words.of(statement.value().dividedBy(3))),
                        Evidence.of(lock),
                        Evidence.of(statement)));
    }
}
