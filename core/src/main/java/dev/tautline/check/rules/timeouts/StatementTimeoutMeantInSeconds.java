package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.stream.Stream;

/// A limit in milliseconds that was meant in seconds ends ordinary queries.
public final class StatementTimeoutMeantInSeconds implements ClientRule {
    /// No service limits its statements to less: one round trip with a page of rows takes longer now and then.
    private static final Duration SUSPICIOUS = Duration.ofMillis(200);

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
        return ClientRule.onPostgres(
                client,
                url -> Verdict.of(Stream.of(
                                SessionSettings.of(client).get(PostgresKeys.STATEMENT_TIMEOUT),
                                SessionSettings.of(client).get(PostgresKeys.IDLE_IN_TRANSACTION_SESSION_TIMEOUT),
                                client.get(HibernateKeys.PERSISTENCE_QUERY_TIMEOUT))
                        .flatMap(limit -> limit.chosen().stream())
                        .filter(limit ->
                                limit.value().isPositive() && limit.value().compareTo(SUSPICIOUS) < 0)
                        .map(limit -> finding(client, limit))
                        .toList()));
    }

    private Finding finding(Client client, Setting.Known<Duration> limit) {
        return finding(
                client,
                limit.key() + " is " + Words.of(limit.value()),
                "The number is in milliseconds and was probably meant in seconds. Queries that are"
                        + " only a little slow, in a rush or after a restart, are cancelled one after the other.",
                new Edit.Decide(
                        limit.origin(),
                        "write " + limit.key() + " as " + limit.value().toMillis() * 1000 + " (milliseconds)"),
                Evidence.of(limit));
    }
}
