package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// HikariCP's limit does not reach pgjdbc through a URL, so one silent peer stops the pool for ever.
public final class MissingLoginTimeout implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
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
        return ClientRule.onPostgres(client, url -> ClientRule.onHikari(client, () -> judgePool(client)));
    }

    private Verdict judgePool(Client client) {
        return client.get(HikariKeys.DATA_SOURCE_CLASS_NAME).chosen().isPresent()
                ? Verdict.notApplicable("the driver's data source passes HikariCP's own limit on")
                : Rule.given(
                        client.get(PgjdbcKeys.LOGIN_TIMEOUT),
                        login -> Rule.given(client.get(PgjdbcKeys.SOCKET_TIMEOUT), read -> judge(client, login, read)));
    }

    private Verdict judge(Client client, Setting.Known<Duration> login, Setting.Known<Duration> read) {
        if (!login.value().isZero() || !read.value().isZero()) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "the log-in has no time limit",
                "If a server or a balancer accepts a connection and then stays silent once, the pool's only connecting thread"
                        + " waits for ever: the pool runs empty and stays empty after the network is healthy again, until"
                        + " somebody restarts the service.",
                Edits.driver(client, PgjdbcKeys.LOGIN_TIMEOUT, "5"),
                ClientRule.url(client),
                Evidence.of(login)));
    }
}
