package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.check.SessionSettings;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Reading is given up before the query or transaction has used the time that it is allowed.
public final class SocketTimeoutCutsLegalWork implements ClientRule {
    private static final List<SettingKey<Duration>> LIMITS =
            List.of(SpringKeys.TRANSACTION_TIMEOUT, HibernateKeys.PERSISTENCE_QUERY_TIMEOUT, PgjdbcKeys.QUERY_TIMEOUT);

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
                url -> Rule.given(
                        client.get(PgjdbcKeys.SOCKET_TIMEOUT),
                        read -> read.value().isZero()
                                ? Verdict.notApplicable("reading has no time limit")
                                : Verdict.of(legal(client)
                                        .filter(limit -> limit.value().compareTo(read.value()) >= 0)
                                        .max(Comparator.comparing(Setting.Known::value))
                                        .map(limit -> finding(client, read, limit))
                                        .stream()
                                        .toList())));
    }

    private static Stream<Setting.Known<Duration>> legal(Client client) {
        return Stream.concat(
                SessionSettings.of(client).get(PostgresKeys.STATEMENT_TIMEOUT).chosen().stream(),
                LIMITS.stream().flatMap(key -> client.get(key).chosen().stream()));
    }

    private Finding finding(Client client, Setting.Known<Duration> read, Setting.Known<Duration> limit) {
        return finding(
                client,
                "socketTimeout (" + Words.of(read.value()) + ") is not above " + limit.key() + " ("
                        + Words.of(limit.value()) + ")",
                "A query that is allowed to run is cut with \"Read timed out\" and its connection is"
                        + " thrown away, while the server goes on with it; the retry then runs beside the first.",
                Edits.driver(client, read.key(), String.valueOf(limit.value().toSeconds() * 2 + 1)),
                Evidence.of(read),
                Evidence.of(limit));
    }
}
